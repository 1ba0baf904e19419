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
package org.smsbilling.payment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.event.EventKind;
import org.smsbilling.event.SmsEvents;
import org.smsbilling.paylink.LinkClosing;
import org.smsbilling.transaction.OwnTransaction;

/** A bank took a payment back: its payments in OFBiz are voided, so that the invoices are open again, and their links work again. */
public final class ReturnedPayments {

    private static final String MODULE = ReturnedPayments.class.getName();
    private static final Set<AttemptState> BEFORE = EnumSet.of(AttemptState.POSTED, AttemptState.SETTLING, AttemptState.SETTLED);

    private final Delegator delegator;
    private final Instant now;

    public ReturnedPayments(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /**
     * Does it once. When OFBiz refuses to void a payment (it is confirmed, or part of it was refunded), the return stands all the same, and the
     * reconciliation lists the payment for a person.
     *
     * @param code of Nacha, such as R01, or empty when the gateway has not told it
     * @return whether it was not known before
     */
    public boolean returned(String attemptId, String code) throws GenericEntityException {
        try {
            return OwnTransaction.call(() -> record(attemptId, code, true));
        } catch (GenericEntityException e) {
            Debug.logError(e, "Payment attempt " + attemptId + " was returned by the bank, but OFBiz does not void its payment", MODULE);
            return OwnTransaction.call(() -> record(attemptId, code, false));
        }
    }

    private boolean record(String attemptId, String code, boolean reverse) throws GenericEntityException {
        if (!new AttemptTransition(delegator, now).move(attemptId, BEFORE, AttemptState.RETURNED, null, Map.of("returnCode", code))) {
            return false;
        }
        GenericValue attempt = Attempts.find(delegator, attemptId);
        InvoicePayments payments = new InvoicePayments(delegator);
        Set<String> invoiceIds = new LinkedHashSet<>();
        List<GenericValue> posted = Attempts.posted(delegator, attemptId);
        for (GenericValue share : posted) {
            if (reverse) {
                payments.takeBack(share.getString("paymentId"));
            }
            invoiceIds.add(share.getString("invoiceId"));
        }
        LinkClosing.reopen(delegator, invoiceIds);
        if (!posted.isEmpty()) {
            SmsEvents.record(delegator, EventKind.PAYMENT_RETURNED, attempt.getString("organizationPartyId"), posted.get(0).getString("invoiceId"),
                    posted.get(0).getString("paymentId"), attemptId, now);
        }
        PaymentAudit.add(delegator, now, attempt, invoiceIds, reverse ? AuditKind.PAYMENT_RETURNED : AuditKind.PAYMENT_RETURNED_BY_HAND, code);
        return true;
    }
}
