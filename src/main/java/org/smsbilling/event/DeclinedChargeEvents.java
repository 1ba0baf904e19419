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
package org.smsbilling.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageContent;

/**
 * Automatic charges of OFBiz that a gateway declined. Which invoice one was for, OFBiz knows by the payment that bears the gateway's response or the
 * order's payment preference, and by the order's billing.
 */
final class DeclinedChargeEvents implements OneByOne {

    private static final String STEP = "CHARGE";
    /** OFBiz may write the payment, or the order's invoice, after the gateway's response. */
    private static final Duration NO_INVOICE_YET = Duration.ofMinutes(10);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Delegator delegator;
    private final Clock clock;
    private final FailureTexts texts;

    DeclinedChargeEvents(Delegator delegator, Clock clock, EventPlans plans) {
        this.delegator = delegator;
        this.clock = clock;
        this.texts = new FailureTexts(delegator, clock, plans);
    }

    @Override
    public EventOutcome handle(BusinessEvent event) throws GenericEntityException {
        Instant now = clock.instant();
        GenericValue response = EntityQuery.use(delegator).from("PaymentGatewayResponse")
                .where("paymentGatewayResponseId", event.referenceId()).queryOne();
        if (response == null) {
            return EventOutcome.done("RESPONSE_NOT_FOUND");
        }
        List<String> payments = payments(response);
        Set<String> invoiceIds = new TreeSet<>(values("PaymentApplication", "invoiceId", "paymentId", payments));
        invoiceIds.addAll(ofOrder(response.getString("orderPaymentPreferenceId")));
        if (invoiceIds.isEmpty()) {
            return now.isBefore(event.createdDate().plus(NO_INVOICE_YET)) ? EventOutcome.later("NO_INVOICE", now.plus(AGAIN))
                    : EventOutcome.done("NO_INVOICE");
        }
        return texts.tell(STEP, event.referenceId(), invoiceIds, MessageContent.ofPayment(null, payments.stream().findFirst().orElse(null)),
                event.createdDate());
    }

    private List<String> payments(GenericValue response) throws GenericEntityException {
        List<String> payments = values("Payment", "paymentId", "paymentGatewayResponseId", List.of(response.getString("paymentGatewayResponseId")));
        return payments.isEmpty() && response.getString("orderPaymentPreferenceId") != null
                ? values("Payment", "paymentId", "paymentPreferenceId", List.of(response.getString("orderPaymentPreferenceId"))) : payments;
    }

    private List<String> ofOrder(String orderPaymentPreferenceId) throws GenericEntityException {
        List<String> orders = orderPaymentPreferenceId == null ? List.of()
                : values("OrderPaymentPreference", "orderId", "orderPaymentPreferenceId", List.of(orderPaymentPreferenceId));
        return values("OrderItemBilling", "invoiceId", "orderId", orders);
    }

    private List<String> values(String entity, String field, String byField, Collection<String> ids) throws GenericEntityException {
        return ids.isEmpty() ? List.of() : EntityQuery.use(delegator).select(field).from(entity)
                .where(EntityCondition.makeCondition(byField, EntityOperator.IN, ids)).orderBy(field).queryList().stream()
                .map(row -> row.getString(field)).filter(Objects::nonNull).distinct().collect(Collectors.toList());
    }
}
