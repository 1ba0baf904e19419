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

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.recipient.PartyNames;

/**
 * Charges that the component could not end by itself, for the people who decide about them: of which nobody knows whether the gateway has them, of
 * which a part was approved and did not go back, and approved ones that OFBiz does not book.
 */
final class UnclearChargeList {

    static final String PROCESS_ENDED = "The process ended during the call";
    private static final int MOST = 200;
    /** Giving a part back and posting are a matter of seconds. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    private static final List<String> WAITING = List.of(AttemptState.PARTIAL.name(), AttemptState.APPROVED.name());

    /** Why it is in the list; the labels of its words begin with SmsBillingPaymentUnclear and the constant. */
    enum Kind { NoAnswer, Part, NotPosted }


    private final Delegator delegator;
    private final AttemptResolution resolution;
    private final PaymentWords words;
    private final Instant now;

    UnclearChargeList(Delegator delegator, AttemptResolution resolution, PaymentWords words, Instant now) {
        this.now = now;
        this.delegator = delegator;
        this.resolution = resolution;
        this.words = words;
    }

    /**
     * @param organizations whose charges are listed, the oldest first
     * @param deciding those of them whose charges the user may decide about
     */
    List<Map<String, Object>> list(Collection<String> organizations, Set<String> deciding) throws GenericEntityException {
        List<Map<String, Object>> list = new ArrayList<>();
        if (organizations.isEmpty()) {
            return list;
        }
        List<GenericValue> attempts = EntityQuery.use(delegator).from("SmsPaymentAttempt").where(
                EntityCondition.makeCondition(List.of(EntityCondition.makeCondition("attemptState", AttemptState.UNKNOWN.name()),
                        EntityCondition.makeCondition(EntityCondition.makeCondition("attemptState", EntityOperator.IN, WAITING),
                                EntityCondition.makeCondition("statusDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now.minus(USUAL))))),
                        EntityOperator.OR),
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizations))
                .orderBy("createdDate", "attemptId").maxRows(MOST).queryList();
        List<String> parties = new ArrayList<>();
        attempts.forEach(attempt -> parties.add(String.valueOf(attempt.get("customerPartyId"))));
        attempts.forEach(attempt -> parties.add(attempt.getString("organizationPartyId")));
        Map<String, String> names = PartyNames.read(delegator, parties);
        Map<String, List<String>> invoices = invoices(attempts);
        for (GenericValue attempt : attempts) {
            boolean may = deciding.contains(attempt.getString("organizationPartyId"));
            Map<String, Object> row = new HashMap<>();
            row.put("attemptId", attempt.getString("attemptId"));
            row.put("invoiceIds", invoices.getOrDefault(attempt.getString("attemptId"), List.of()));
            row.put("customerName", names.getOrDefault(String.valueOf(attempt.get("customerPartyId")), ""));
            row.put("organizationName", names.getOrDefault(attempt.getString("organizationPartyId"), ""));
            row.put("amountText", words.money(attempt.getBigDecimal("amount"), attempt.getString("currencyUomId")));
            row.put("methodText", words.of("Method_" + attempt.getString("methodType"), Map.of("last4", attempt.getString("accountLast4"))));
            row.put("orderId", attempt.getString("orderId"));
            row.put("startedTime", words.time(attempt.getTimestamp("authorizingDate").toInstant()));
            Kind kind = kind(attempt);
            row.put("kind", kind.name());
            row.put("approvedText", kind == Kind.NoAnswer ? "" : words.money(attempt.getBigDecimal("approvedAmount"),
                    attempt.getString("currencyUomId")));
            row.put("reference", kind == Kind.NoAnswer ? "" : attempt.getString("gatewayReference"));
            row.put("stopped", PROCESS_ENDED.equals(attempt.getString("responseText")));
            row.put("nextTime", attempt.get("nextActionDate") == null ? "" : words.time(attempt.getTimestamp("nextActionDate").toInstant()));
            row.put("mayAsk", may);
            row.put("mayDecide", may && kind != Kind.NotPosted && resolution.forAPerson(attempt));
            list.add(row);
        }
        return list;
    }

    private Kind kind(GenericValue attempt) throws GenericEntityException {
        AttemptState state = Attempts.state(attempt);
        return state == AttemptState.UNKNOWN ? Kind.NoAnswer
                : state == AttemptState.PARTIAL && !AttemptWork.partKept(delegator, attempt) ? Kind.Part : Kind.NotPosted;
    }

    private Map<String, List<String>> invoices(List<GenericValue> attempts) throws GenericEntityException {
        return attempts.isEmpty() ? Map.of() : EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where(EntityCondition.makeCondition(
                "attemptId", EntityOperator.IN, attempts.stream().map(attempt -> attempt.getString("attemptId")).toList())).orderBy("invoiceId")
                .queryList().stream().collect(Collectors.groupingBy(share -> share.getString("attemptId"),
                        Collectors.mapping(share -> share.getString("invoiceId"), Collectors.toList())));
    }
}
