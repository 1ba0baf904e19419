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

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.transaction.OwnTransaction;

/** E-mails that wait for the mail server: the history of each of their invoices says so once a day. */
final class WaitingLetters {

    private static final String NOTE = EmailOutcome.EMAIL_WAITING.name();
    private static final Duration SAID_AGAIN = Duration.ofDays(1);
    private static final int CHUNK = 1_000;

    private final Delegator delegator;

    WaitingLetters(Delegator delegator) {
        this.delegator = delegator;
    }

    /** In a transaction of its own. @return ids of their invoices */
    Set<String> note(List<Letter> letters, Instant now) throws GenericEntityException {
        Set<String> ids = new LinkedHashSet<>();
        letters.forEach(letter -> ids.addAll(letter.invoiceIds()));
        String organization = letters.get(0).first().organizationPartyId();
        List<String> all = List.copyOf(ids);
        OwnTransaction.call(() -> {
            for (int from = 0; from < all.size(); from += CHUNK) {
                List<String> some = new ArrayList<>(all.subList(from, Math.min(from + CHUNK, all.size())));
                EntityQuery.use(delegator).select("invoiceId", "note").from("SmsAuditEvent").where(
                        EntityCondition.makeCondition("invoiceId", EntityOperator.IN, List.copyOf(some)),
                        EntityCondition.makeCondition("eventDate", EntityOperator.GREATER_THAN, Timestamp.from(now.minus(SAID_AGAIN))),
                        EntityCondition.makeCondition("auditKind", AuditKind.EMAIL_NOT_SENT.name())).queryList().stream()
                        .filter(row -> NOTE.equals(row.getString("note"))).forEach(row -> some.remove(row.getString("invoiceId")));
                AuditTrail.addAll(delegator, now, some.stream().map(id -> new AuditTrail.Entry(organization, id, AuditKind.EMAIL_NOT_SENT, null,
                        null, null, null, NOTE)).toList());
            }
            return null;
        });
        return ids;
    }
}
