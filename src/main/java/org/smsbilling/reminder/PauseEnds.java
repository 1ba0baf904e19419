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
package org.smsbilling.reminder;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.pause.CollectionPause;
import org.smsbilling.pause.CollectionPauses;

/** Lets reminders go on after a pause: what was decided while it lasted is decided anew. */
final class PauseEnds {

    private final Delegator delegator;
    private final String organizationPartyId;
    private final DueStep dueStep;

    PauseEnds(Delegator delegator, String organizationPartyId, DueStep dueStep) {
        this.delegator = delegator;
        this.organizationPartyId = organizationPartyId;
        this.dueStep = dueStep;
    }

    /** Those whose last day has passed, as long ago as missed steps are caught up. */
    void resume(Instant now) throws GenericEntityException {
        LocalDate today = dueStep.calendar().day(now);
        for (GenericValue row : EntityQuery.use(delegator).from("SmsCollectionPause").where(
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                EntityCondition.makeCondition("endedDate", EntityOperator.EQUALS, null),
                EntityCondition.makeCondition("untilDate", EntityOperator.LESS_THAN, Date.valueOf(today)),
                EntityCondition.makeCondition("untilDate", EntityOperator.GREATER_THAN_EQUAL_TO,
                        Date.valueOf(today.minusDays(dueStep.catchUpDays() + 1L)))).queryList()) {
            CollectionPause pause = CollectionPauses.pause(row);
            anew(pause, dueStep.calendar().start(pause.until().plusDays(1)));
        }
    }

    /** What was decided before the moment, of the pause's invoices. */
    void anew(CollectionPause pause, Instant before) throws GenericEntityException {
        Map<String, Object> undecided = new HashMap<>();
        undecided.put("decidedDate", null);
        delegator.storeByCondition("SmsInvoiceDue", undecided, EntityCondition.makeCondition(List.of(
                pause.invoiceId() != null ? EntityCondition.makeCondition("invoiceId", pause.invoiceId())
                        : EntityCondition.makeCondition("customerPartyId", pause.customerPartyId()),
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                EntityCondition.makeCondition("decidedDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(before)))));
    }
}
