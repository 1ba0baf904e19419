/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing,
 * software distributed under the License is distributed on an
 * "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY
 * KIND, either express or implied.  See the License for the
 * specific language governing permissions and limitations
 * under the License.
 */
package org.smsbilling.limit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.message.MessageTopic;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;

/**
 * What an organization has sent today, against its caps, for the check before the call. What was already checked in the same batch counts. Of several
 * nodes that check at the same moment each sees what the others have marked SENDING and not what they are checking: a number gets at most as many
 * texts beyond its cap as the other nodes check for it in one batch, an organization at most one batch of each other node.
 */
public final class SentToday {

    private static final Duration LONGEST_DAY = Duration.ofHours(26);
    private static final List<String> NOT_SENT = List.of(MessageStatus.QUEUED.name(), MessageStatus.FAILED.name(), MessageStatus.CANCELLED.name());

    private final OrganizationSettings settings;
    private final Map<String, List<Instant>> byNumber;
    private long ofOrganization;

    private SentToday(OrganizationSettings settings, long ofOrganization, Map<String, List<Instant>> byNumber) {
        this.settings = settings;
        this.ofOrganization = ofOrganization;
        this.byNumber = byNumber;
    }

    /**
     * @param numbers E.164, as many as one condition takes
     * @param checked messages that are being checked: they do not count themselves
     * @return two queries, one when the organization has no cap
     */
    public static SentToday read(Delegator delegator, OrganizationSettings settings, Set<String> numbers, Collection<String> checked, Instant now)
            throws GenericEntityException {
        Map<String, List<Instant>> byNumber = new HashMap<>();
        if (!numbers.isEmpty()) {
            for (GenericValue row : EntityQuery.use(delegator)
                    .select("messageId", "contactNumber", "messageType", "createdByUserLogin", "sendingDate").from("SmsMessage")
                    .where(EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                            EntityCondition.makeCondition("contactNumber", EntityOperator.IN, numbers),
                            EntityCondition.makeCondition("sendingDate", EntityOperator.GREATER_THAN, Timestamp.from(now.minus(LONGEST_DAY))),
                            EntityCondition.makeCondition("messageStatus", EntityOperator.NOT_IN, NOT_SENT)).queryList()) {
                if (counts(MessageType.valueOf(row.getString("messageType")), row.getString("createdByUserLogin") == null)
                        && !checked.contains(row.getString("messageId"))) {
                    byNumber.computeIfAbsent(row.getString("contactNumber"), any -> new ArrayList<>())
                            .add(row.getTimestamp("sendingDate").toInstant());
                }
            }
        }
        long sent = settings.texting().dailyCap() == 0 ? 0 : OrganizationDay.sent(delegator, settings, now, checked);
        return new SentToday(settings, sent, byNumber);
    }

    /** @return whether texts of the type count against the cap of a number: not answers, nor what a person sent */
    public static boolean counts(MessageType type, boolean byItself) {
        return byItself && type.topic() != MessageTopic.SERVICE;
    }

    /** @return empty when the message may leave as far as caps go */
    public Optional<CapHold> hold(MessageType type, boolean byItself, String number, Set<ZoneId> zones, Instant now) {
        ZoneId own = settings.zoneId();
        int cap = settings.texting().dailyCap();
        if (type.topic() != MessageTopic.SERVICE && cap > 0 && ofOrganization >= cap) {
            return Optional.of(new CapHold(MessageReason.ORGANIZATION_CAP, now.atZone(own).toLocalDate(), own));
        }
        ZoneId zone = dayZone(zones, own);
        LocalDate today = now.atZone(zone).toLocalDate();
        long sent = byNumber.getOrDefault(number, List.of()).stream().filter(moment -> moment.atZone(zone).toLocalDate().equals(today)).count();
        return counts(type, byItself) && sent >= settings.texting().dailyCapPerNumber()
                ? Optional.of(new CapHold(MessageReason.NUMBER_CAP, today, zone)) : Optional.empty();
    }

    /** The message leaves. */
    public void leaves(MessageType type, boolean byItself, String number, Instant now) {
        OrganizationDay.warn(settings, ofOrganization, ofOrganization + 1);
        ofOrganization++;
        if (counts(type, byItself)) {
            byNumber.computeIfAbsent(number, any -> new ArrayList<>()).add(now);
        }
    }

    /** @return the zone that says which day it is for a recipient: the recipient's when there is exactly one, else the organization's */
    public static ZoneId dayZone(Set<ZoneId> zones, ZoneId otherwise) {
        return zones.size() == 1 ? zones.iterator().next() : otherwise;
    }
}
