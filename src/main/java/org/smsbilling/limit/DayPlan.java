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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.SendWindow;
import org.smsbilling.organization.OrganizationSettings;

/**
 * Days as they fill up with texts while steps are planned: what does not fit into a day leaves when the recipient's hours begin on the next one that
 * has room. Nothing is dropped; the check before the call looks again.
 */
public final class DayPlan {

    private static final Duration LONGEST_DAY = Duration.ofHours(26);
    private static final int CHUNK = 1_000;
    /** Beyond so many days a text stays where it is: the check before the call holds it back day by day. */
    private static final int DAYS_AHEAD = 30;

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;
    private final Map<String, List<Instant>> byNumber = new HashMap<>();
    private final Map<LocalDate, Long> ofOrganization = new HashMap<>();
    private final Map<LocalDate, Long> placed;

    /**
     * When a text leaves.
     * @param reason why not at first, or null
     */
    public record Place(Instant leaves, MessageReason reason) { }

    private DayPlan(Delegator delegator, OrganizationSettings settings, Map<LocalDate, Long> placed, Instant now) {
        this.placed = placed;
        this.delegator = delegator;
        this.settings = settings;
        this.now = now;
    }

    /**
     * One query for each 1,000 numbers.
     *
     * @param numbers E.164
     * @param placed texts of the organization that are in no row, by its day on which they leave
     */
    public static DayPlan read(Delegator delegator, OrganizationSettings settings, Collection<String> numbers, Map<LocalDate, Long> placed,
            Instant now) throws GenericEntityException {
        DayPlan plan = new DayPlan(delegator, settings, placed, now);
        List<String> all = new ArrayList<>(new LinkedHashSet<>(numbers));
        for (int from = 0; from < all.size(); from += CHUNK) {
            for (GenericValue row : EntityQuery.use(delegator).select("contactNumber", "messageType", "createdByUserLogin", "sendingDate",
                    "notBefore")
                    .from("SmsMessage").where(EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                            EntityCondition.makeCondition("contactNumber", EntityOperator.IN, all.subList(from, Math.min(all.size(), from + CHUNK))),
                            EntityCondition.makeCondition("notBefore", EntityOperator.GREATER_THAN, Timestamp.from(now.minus(LONGEST_DAY))),
                            EntityCondition.makeCondition("messageStatus", EntityOperator.NOT_IN,
                                    List.of(MessageStatus.FAILED.name(), MessageStatus.CANCELLED.name()))).queryList()) {
                if (SentToday.counts(MessageType.valueOf(row.getString("messageType")), row.getString("createdByUserLogin") == null)) {
                    Timestamp sending = row.getTimestamp("sendingDate");
                    plan.byNumber.computeIfAbsent(row.getString("contactNumber"), any -> new ArrayList<>())
                            .add((sending == null ? row.getTimestamp("notBefore") : sending).toInstant());
                }
            }
        }
        return plan;
    }

    /**
     * Gives a text its day, which counts for those that follow.
     *
     * @param counts whether it counts against the cap of its number
     * @param leaves when it would leave without caps: a moment at which the window is open
     */
    public Place place(String number, Set<ZoneId> zones, SendWindow window, boolean counts, Instant leaves) throws GenericEntityException {
        ZoneId zone = SentToday.dayZone(zones, settings.zoneId());
        Instant at = leaves;
        MessageReason reason = null;
        for (int day = 0; day < DAYS_AHEAD; day++) {
            MessageReason full = full(number, zone, counts, at);
            if (full == null) {
                break;
            }
            reason = full;
            ZoneId its = full == MessageReason.NUMBER_CAP ? zone : settings.zoneId();
            Instant nextDay = at.atZone(its).toLocalDate().plusDays(1).atStartOfDay(its).toInstant();
            at = window.nextOpening(nextDay).orElse(nextDay);
        }
        if (counts) {
            byNumber.computeIfAbsent(number, any -> new ArrayList<>()).add(at);
        }
        if (settings.texting().dailyCap() > 0) {
            ofOrganization.merge(at.atZone(settings.zoneId()).toLocalDate(), 1L, Long::sum);
        }
        return new Place(at, reason);
    }

    /** @return the cap that the moment's day has reached, or null */
    private MessageReason full(String number, ZoneId zone, boolean counts, Instant at) throws GenericEntityException {
        int cap = settings.texting().dailyCap();
        LocalDate own = at.atZone(settings.zoneId()).toLocalDate();
        if (cap > 0 && ofOrganization(own) >= cap) {
            return MessageReason.ORGANIZATION_CAP;
        }
        LocalDate day = at.atZone(zone).toLocalDate();
        return counts && byNumber.getOrDefault(number, List.of()).stream().filter(one -> one.atZone(zone).toLocalDate().equals(day)).count()
                >= settings.texting().dailyCapPerNumber() ? MessageReason.NUMBER_CAP : null;
    }

    private long ofOrganization(LocalDate day) throws GenericEntityException {
        Long known = ofOrganization.get(day);
        if (known == null) {
            boolean today = now.atZone(settings.zoneId()).toLocalDate().equals(day);
            known = placed.getOrDefault(day, 0L) + OrganizationDay.waiting(delegator, settings, day)
                    + (today ? OrganizationDay.sent(delegator, settings, now, List.of()) : 0);
            ofOrganization.put(day, known);
        }
        return known;
    }
}
