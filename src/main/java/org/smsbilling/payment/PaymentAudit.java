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
import java.util.Collection;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;

/** Puts what happens to an attempt into the history of each of its invoices. */
final class PaymentAudit {

    private PaymentAudit() { }

    /** @param note free words, without names, tokens or numbers; or null */
    static void add(Delegator delegator, Instant now, GenericValue attempt, Collection<String> invoiceIds, AuditKind kind, String note)
            throws GenericEntityException {
        add(delegator, now, attempt, invoiceIds, kind, null, note);
    }

    /** @param userLoginId the person who did it, or null */
    static void add(Delegator delegator, Instant now, GenericValue attempt, Collection<String> invoiceIds, AuditKind kind, String userLoginId,
            String note) throws GenericEntityException {
        for (String invoiceId : invoiceIds) {
            AuditTrail.add(delegator, now, attempt.getString("organizationPartyId"), invoiceId, kind, userLoginId, null, attempt.getString("linkId"),
                    attempt.getString("attemptId"), note);
        }
    }
}
