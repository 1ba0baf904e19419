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
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** The auth service: authorizes, and with capture "y" takes the money. An order id used twice makes two transactions. */
final class AuthApi {
    private static final int LONGEST_ORDER_ID = 19;

    private final Vault vault;
    private final Ledger ledger;
    private final Authorizer authorizer;
    private final Settlement settlement;
    private final Clock clock;

    AuthApi(Vault vault, Ledger ledger, Authorizer authorizer, Settlement settlement, Clock clock) {
        this.vault = vault;
        this.ledger = ledger;
        this.authorizer = authorizer;
        this.settlement = settlement;
        this.clock = clock;
    }

    void serve(Router router) {
        router.add("PUT", "/cardconnect/rest/auth", this::authorize).add("POST", "/cardconnect/rest/auth", this::authorize);
    }

    private Answer authorize(Call call) {
        ObjectNode request = call.json();
        String merchantId = MerchantGate.enter(call, request.path("merchid").asText(""));
        Optional<Currency> currency = Money.currency(request.path("currency").asText("USD"));
        if (currency.isEmpty()) {
            return Response.refused("31", "Invalid currency").answer();
        }
        Optional<BigDecimal> amount = Money.parse(request.path("amount").asText(""), currency.get());
        Optional<Vault.Account> account = account(request);
        if (amount.isEmpty()) {
            return Response.refused("43", "Invalid amount").answer();
        }
        if (account.isEmpty()) {
            return Response.refused("11", "Invalid card").answer();
        }
        if (request.path("orderid").asText("").length() > LONGEST_ORDER_ID) {
            return Response.refused("34", "Invalid field").answer();
        }
        return sell(call, request, merchantId, currency.get(), amount.get(), account.get());
    }

    private Answer sell(Call call, ObjectNode request, String merchantId, Currency currency, BigDecimal amount, Vault.Account account) {
        Vault.Companions companions = vault.use(account.token());
        String type = request.path("accttype").asText("CARD");
        String expiry = Expiry.normalize(request.path("expiry").asText(companions.expiry()));
        String cvv = request.path("cvv2").asText(companions.cvv());
        Response objection = account.bank() ? bankObjection(type, currency) : Expiry.objection(expiry, clock);
        if (objection != null) {
            return objection.answer();
        }
        Instant now = clock.instant();
        Authorizer.Decision decision = authorizer.decide(account, amount, call.forced());
        Transaction transaction = new Transaction(new Transaction.Facts(ledger.newReference(), merchantId, request.path("orderid").asText(""),
                account.token(), account.masked(), account.bank() ? type : "CARD", account.bank() ? "" : expiry, request.path("name").asText(""),
                currency.getCurrencyCode(), amount, now, null), decision.response(), decision.amount(),
                account.bank() ? "U" : AddressCheck.avs(request.path("postal").asText("")), account.bank() ? "U" : AddressCheck.cvv(cvv));
        if (decision.response().approved() && request.path("capture").asText("").equalsIgnoreCase("y")) {
            transaction.capture(decision.amount(), now);
            settlement.returnByAccount(transaction, account.number());
        }
        ledger.add(transaction);
        return Answer.json(answer(request, transaction));
    }

    private Map<String, Object> answer(ObjectNode request, Transaction transaction) {
        Map<String, Object> answer = transaction.toAnswer();
        if (transaction.captured() != null) {
            answer.put("batchid", settlement.batchId(transaction));
        }
        if (transaction.response().equals(Response.TIMED_OUT)) {
            answer.put("setlstat", "Declined");
        }
        if (transaction.response().approved() && request.path("receipt").asText("").equalsIgnoreCase("y")) {
            answer.put("receipt", Json.map("header", "", "footer", "", "dba", "Emulated merchant", "address1", "1 Test Street", "address2",
                    "Testville, NY 10001", "phone", "212-555-0100", "dateTime", Stamp.dateTime(transaction.facts().created()),
                    "nameOnCard", transaction.facts().name()));
        }
        return answer;
    }

    private Optional<Vault.Account> account(ObjectNode request) {
        String account = request.path("account").asText("");
        String routing = request.path("bankaba").asText("");
        Optional<Vault.Account> known = vault.find(account);
        if (known.isPresent()) {
            return known;
        }
        if (routing.matches("\\d{9}") && account.matches("\\d{4,17}")) {
            return vault.find(vault.tokenize(routing + "/" + account, "", "", false));
        }
        return Luhn.valid(account) ? vault.find(vault.tokenize(account, "", "", false)) : Optional.empty();
    }

    private static Response bankObjection(String type, Currency currency) {
        if (!type.equals("ECHK") && !type.equals("ESAV")) {
            return Response.refused("33", "Unknown card type");
        }
        return currency.getCurrencyCode().equals("USD") ? null : Response.refused("32", "Wrong currency for merch");
    }
}
