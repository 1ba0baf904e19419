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
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.pause.CollectionPause;
import org.smsbilling.pause.PauseReason;

/** Pauses reminders and lets them go on, in the caller's transaction. */
final class PauseStore {

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final String userLoginId;
    private final Instant now;

    PauseStore(Delegator delegator, OrganizationSettings settings, String userLoginId, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.userLoginId = userLoginId;
        this.now = now;
    }

    /** Also cancels reminders that are queued by themselves. @param customer whether all invoices of the customer. @return what became of those */
    QueuedReminders.Paused pause(InvoiceFacts invoice, boolean customer, LocalDate until, PauseReason reason, String note)
            throws GenericEntityException {
        Map<String, Object> pause = new HashMap<>();
        pause.put("pauseId", delegator.getNextSeqId("SmsCollectionPause"));
        pause.put("organizationPartyId", invoice.organizationPartyId());
        pause.put("invoiceId", customer ? null : invoice.invoiceId());
        pause.put("customerPartyId", invoice.customerPartyId());
        pause.put("untilDate", until == null ? null : Date.valueOf(until));
        pause.put("pauseReason", reason.name());
        pause.put("note", note);
        pause.put("createdDate", Timestamp.from(now));
        pause.put("createdByUserLogin", userLoginId);
        delegator.create("SmsCollectionPause", pause);
        audit(invoice, AuditKind.REMINDERS_PAUSED, reason + (until == null ? "" : " " + until) + (note == null ? "" : ": " + note));
        QueuedReminders queued = new QueuedReminders(delegator, settings, now);
        return customer ? queued.pauseCustomer(invoice.customerPartyId(), userLoginId) : queued.pause(invoice, userLoginId);
    }

    /** Ends a pause; what it kept back is decided anew. */
    void resume(CollectionPause pause, InvoiceFacts invoice) throws GenericEntityException {
        Map<String, Object> ended = new HashMap<>();
        ended.put("endedDate", Timestamp.from(now));
        ended.put("endedByUserLogin", userLoginId);
        delegator.storeByCondition("SmsCollectionPause", ended, EntityCondition.makeCondition(Map.of("pauseId", pause.pauseId())));
        audit(invoice, AuditKind.REMINDERS_RESUMED, null);
        new PauseEnds(delegator, settings.organizationPartyId(),
                new DueStep(new StepCalendar(settings.zoneId()), settings.automation().catchUpDays())).anew(pause, now);
    }

    private void audit(InvoiceFacts invoice, AuditKind kind, String note) throws GenericEntityException {
        AuditTrail.add(delegator, now, invoice.organizationPartyId(), invoice.invoiceId(), kind, userLoginId, null, null, null, note);
    }
}
