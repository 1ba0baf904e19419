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
package org.smsbilling.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.payment.PaymentNotices;
import org.smsbilling.phone.PhoneNumbers;

/** What the invoice page shows of its texts. */
final class InvoiceSmsOverview {

    private final Delegator delegator;
    private final InvoiceSending sending;
    private final MessageLabels labels;
    private final Instant now;

    InvoiceSmsOverview(Delegator delegator, InvoiceSending sending, MessageLabels labels, Instant now) {
        this.delegator = delegator;
        this.sending = sending;
        this.labels = labels;
        this.now = now;
    }

    /** @return what users see who have nothing to do with the organization */
    static Map<String, Object> hidden() {
        Map<String, Object> overview = new HashMap<>(Map.of("shown", false, "canSend", false, "whyNot", "", "resend", false, "smsSentDateText", "",
                "smsSentTo", "", "audit", List.of(), "paymentNotices", List.of(), "organizationPartyId", ""));
        overview.put("link", null);
        return overview;
    }

    /** @param maySend whether the user may send and expire links */
    Map<String, Object> show(boolean maySend) throws GenericEntityException {
        if (!sending.invoice().salesInvoice() && sending.settings() == null) {
            return hidden();
        }
        ZoneId zone = sending.settings() == null ? ZoneId.of("UTC") : sending.settings().zoneId();
        Optional<String> whyNot = sending.whyNot(labels);
        Optional<GenericValue> sent = lastSent();
        InvoiceHistory history = new InvoiceHistory(delegator, sending.invoice().invoiceId(), sending.invoice().currencyUomId(), zone, labels);
        Map<String, Object> overview = new HashMap<>();
        overview.put("shown", true);
        overview.put("canSend", whyNot.isEmpty() && maySend);
        overview.put("whyNot", whyNot.orElse(""));
        overview.put("resend", sent.isPresent());
        overview.put("smsSentDateText", sent.map(message -> labels.time(message.getTimestamp("sentDate").toInstant(), zone)).orElse(""));
        overview.put("smsSentTo", sent.map(message -> PhoneNumbers.display(message.getString("contactNumber"))).orElse(""));
        overview.put("link", history.link(maySend, now));
        overview.put("audit", history.audit());
        overview.put("paymentNotices", PaymentNotices.read(delegator, sending.invoice().invoiceId(), labels.locale(), zone));
        overview.put("organizationPartyId", sending.organizationPartyId());
        return overview;
    }

    private Optional<GenericValue> lastSent() throws GenericEntityException {
        List<String> messageIds = FieldValues.of(EntityQuery.use(delegator).from("SmsStepRun").where("invoiceId", sending.invoice().invoiceId(),
                "organizationPartyId", sending.organizationPartyId()), "messageId");
        return messageIds.isEmpty() ? Optional.empty() : Optional.ofNullable(EntityQuery.use(delegator).from("SmsMessage").where(
                EntityCondition.makeCondition("messageId", EntityOperator.IN, messageIds),
                EntityCondition.makeCondition("sentDate", EntityOperator.NOT_EQUAL, null)).orderBy("-sentDate").queryFirst());
    }
}
