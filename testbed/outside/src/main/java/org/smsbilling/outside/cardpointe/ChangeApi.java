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
package org.smsbilling.outside.cardpointe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** The services that change a transaction: capture, void, voidByOrderId, refund. */
final class ChangeApi {
    private static final Duration VOIDABLE = Duration.ofDays(30);

    private final Ledger ledger;
    private final Settlement settlement;
    private final Clock clock;

    ChangeApi(Ledger ledger, Settlement settlement, Clock clock) {
        this.ledger = ledger;
        this.settlement = settlement;
        this.clock = clock;
    }

    void serve(Router router) {
        serve(router, "capture", this::capture);
        serve(router, "void", this::makeVoid);
        serve(router, "voidByOrderId", this::voidByOrderId);
        serve(router, "refund", this::refund);
    }

    private static void serve(Router router, String service, Function<Call, Answer> handler) {
        router.add("PUT", "/cardconnect/rest/" + service, handler).add("POST", "/cardconnect/rest/" + service, handler);
    }

    private Optional<Transaction> find(Call call) {
        ObjectNode request = call.json();
        String merchantId = MerchantGate.enter(call, request.path("merchid").asText(""));
        return ledger.find(request.path("retref").asText(""), merchantId).filter(found -> found.response().approved());
    }

    private Answer capture(Call call) {
        Optional<Transaction> found = find(call);
        if (found.isEmpty() || found.get().voided()) {
            return Response.NOT_FOUND.answer();
        }
        Transaction transaction = found.get();
        Optional<BigDecimal> amount = amount(call, transaction);
        if (amount.isEmpty()) {
            return Response.refused("43", "Invalid amount").answer();
        }
        if (transaction.captured() == null) {
            transaction.capture(amount.get(), clock.instant());
        }
        Map<String, Object> answer = transaction.toAnswer();
        answer.put("setlstat", settlement.status(transaction));
        answer.put("batchid", settlement.batchId(transaction));
        return Answer.json(answer);
    }

    private Answer makeVoid(Call call) {
        return find(call).map(this::makeVoid).orElseGet(Response.NOT_FOUND::answer);
    }

    /** Declined transactions are passed over; voiding again is harmless, so that it can be repeated. */
    private Answer voidByOrderId(Call call) {
        ObjectNode request = call.json();
        String merchantId = MerchantGate.enter(call, request.path("merchid").asText(""));
        List<Transaction> found = ledger.ofOrder(request.path("orderid").asText(""), merchantId).stream()
                .filter(each -> each.response().approved() && each.facts().refunded() == null).toList();
        return found.isEmpty() ? Response.NOT_FOUND.answer() : makeVoid(found.get(found.size() - 1));
    }

    private Answer makeVoid(Transaction transaction) {
        if (!transaction.voided()) {
            if (clock.instant().isAfter(transaction.facts().created().plus(VOIDABLE))) {
                return Response.refused("39", "Void not permitted after 30 days").answer();
            }
            if (settlement.batched(transaction)) {
                return Response.refused("27", "Txn Batched").answer();
            }
            transaction.makeVoid(clock.instant());
        }
        return done(transaction, transaction.facts().retref(), BigDecimal.ZERO.setScale(transaction.amount().scale()), "REVERS");
    }

    private Answer refund(Call call) {
        Optional<Transaction> found = find(call);
        if (found.isEmpty() || found.get().voided()) {
            return Response.NOT_FOUND.answer();
        }
        Transaction sale = found.get();
        if (!settlement.batched(sale)) {
            return Response.refused("28", "Txn not settled").answer();
        }
        Optional<BigDecimal> amount = amount(call, sale);
        if (amount.isEmpty() || amount.get().compareTo(refundable(sale)) > 0) {
            return Response.refused("43", "Invalid amount").answer();
        }
        Transaction.Facts facts = sale.facts();
        Transaction refund = new Transaction(new Transaction.Facts(ledger.newReference(), facts.merchantId(),
                call.json().path("orderid").asText(facts.orderId()), facts.token(), facts.masked(), facts.type(), facts.expiry(), facts.name(),
                facts.currency(), amount.get(), clock.instant(), sale), Response.DONE, amount.get(), "U", "U");
        refund.capture(amount.get(), clock.instant());
        ledger.add(refund);
        return done(refund, refund.facts().retref(), amount.get(), "REFUND");
    }

    private BigDecimal refundable(Transaction sale) {
        return ledger.all().stream().filter(each -> each.facts().refunded() == sale && !each.voided()).map(Transaction::amount)
                .reduce(sale.amount(), BigDecimal::subtract);
    }

    /** @return the amount asked for, the whole amount without one, empty for more than that */
    private static Optional<BigDecimal> amount(Call call, Transaction transaction) {
        String text = call.json().path("amount").asText("");
        return text.isEmpty() ? Optional.of(transaction.amount())
                : Money.parse(text, Currency.getInstance(transaction.facts().currency()))
                        .filter(amount -> amount.compareTo(transaction.amount()) <= 0);
    }

    private static Answer done(Transaction transaction, String reference, BigDecimal amount, String authorizationCode) {
        Map<String, Object> answer = Json.map("merchid", transaction.facts().merchantId(), "retref", reference, "amount", amount.toPlainString(),
                "currency", transaction.facts().currency(), "authcode", authorizationCode, "orderId", transaction.facts().orderId());
        answer.putAll(Response.DONE.toMap());
        return Answer.json(answer);
    }
}
