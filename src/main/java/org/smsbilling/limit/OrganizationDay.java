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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.organization.OrganizationSettings;

/** Texts of an organization on a day of its own time zone, as they count against its daily cap. */
public final class OrganizationDay {

    private static final int WARN_AT_PERCENT = 80;
    private static final int WHOLE = 100;

    private OrganizationDay() { }

    /** @param except messages that do not count. @return how many were sent today, or may have been; one query by index */
    public static long sent(Delegator delegator, OrganizationSettings settings, Instant now, Collection<String> except)
            throws GenericEntityException {
        ZoneId zone = settings.zoneId();
        Instant begin = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        List<EntityCondition> conditions = new ArrayList<>(List.of(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition("sendingDate", EntityOperator.GREATER_THAN_EQUAL_TO, Timestamp.from(begin)),
                EntityCondition.makeCondition("messageStatus", EntityOperator.NOT_IN,
                        List.of(MessageStatus.QUEUED.name(), MessageStatus.FAILED.name(), MessageStatus.CANCELLED.name()))));
        if (!except.isEmpty()) {
            conditions.add(EntityCondition.makeCondition("messageId", EntityOperator.NOT_IN, except));
        }
        return EntityQuery.use(delegator).from("SmsMessage").where(conditions).queryCount();
    }

    /** @return how many wait to leave on a day; one query by index */
    public static long waiting(Delegator delegator, OrganizationSettings settings, LocalDate day) throws GenericEntityException {
        ZoneId zone = settings.zoneId();
        return EntityQuery.use(delegator).from("SmsMessage").where(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition("messageStatus", MessageStatus.QUEUED.name()),
                EntityCondition.makeCondition("notBefore", EntityOperator.GREATER_THAN_EQUAL_TO, Timestamp.from(day.atStartOfDay(zone).toInstant())),
                EntityCondition.makeCondition("notBefore", EntityOperator.LESS_THAN, Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant())))
                .queryCount();
    }

    /** @return how many of today's texts are sent or will be; two queries by index */
    public static long used(Delegator delegator, OrganizationSettings settings, Instant now) throws GenericEntityException {
        return sent(delegator, settings, now, List.of()) + waiting(delegator, settings, now.atZone(settings.zoneId()).toLocalDate());
    }

    /** @return whether the administrator is to be warned that the day is nearly, or wholly, used up */
    public static boolean nearlyFull(long sent, int cap) {
        return cap > 0 && sent * WHOLE >= (long) cap * WARN_AT_PERCENT;
    }

    /** Notes in the log once that a day is nearly, or wholly, used up: when this batch takes it across the line. */
    static void warn(OrganizationSettings settings, long before, long after) {
        int cap = settings.texting().dailyCap();
        boolean full = before < cap && after >= cap;
        if (cap > 0 && (full || !nearlyFull(before, cap) && nearlyFull(after, cap))) {
            Debug.logWarning("Organization " + settings.organizationPartyId() + " has sent " + after + " of its " + cap + " texts of today"
                    + (full ? ": others wait until tomorrow" : ""), OrganizationDay.class.getName());
        }
    }
}
