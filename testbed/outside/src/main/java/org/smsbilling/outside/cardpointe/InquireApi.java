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

import java.util.List;
import java.util.Map;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** The services that change nothing: inquiries about transactions and merchants, and the test of credentials. */
final class InquireApi {
    private final Ledger ledger;
    private final Settlement settlement;

    InquireApi(Ledger ledger, Settlement settlement) {
        this.ledger = ledger;
        this.settlement = settlement;
    }

    void serve(Router router) {
        router.add("GET", "/cardconnect/rest/inquire/{retref}/{merchid}", this::inquire)
                .add("GET", "/cardconnect/rest/inquireByOrderid/{orderid}/{merchid}", this::inquireByOrder)
                .add("GET", "/cardconnect/rest/inquireByOrderid/{orderid}/{merchid}/{set}", this::inquireByOrder)
                .add("GET", "/cardconnect/rest/inquireMerchant/{merchid}", InquireApi::merchant)
                .add("PUT", "/cardconnect/rest/", InquireApi::credentials)
                .add("PUT", "/cardconnect/rest", InquireApi::credentials);
    }

    private Answer inquire(Call call) {
        String merchantId = MerchantGate.enter(call, call.pathValue("merchid"));
        return ledger.find(call.pathValue("retref"), merchantId).map(this::answer).orElseGet(Response.NOT_FOUND::answer);
    }

    /** The latest of several transactions with the same order id. */
    private Answer inquireByOrder(Call call) {
        String merchantId = MerchantGate.enter(call, call.pathValue("merchid"));
        List<Transaction> found = ledger.ofOrder(call.pathValue("orderid"), merchantId);
        return found.isEmpty() ? Response.NOT_FOUND.answer() : answer(found.get(found.size() - 1));
    }

    private Answer answer(Transaction transaction) {
        Map<String, Object> answer = transaction.toAnswer();
        boolean approved = transaction.response().approved() && !transaction.voided();
        answer.put("setlstat", settlement.status(transaction));
        answer.put("name", transaction.facts().name());
        answer.put("currency", transaction.facts().currency());
        answer.put("authdate", Stamp.dateTime(transaction.facts().created()).substring(0, 8));
        answer.put("voidable", approved && !settlement.batched(transaction) ? "Y" : "N");
        answer.put("refundable", approved && settlement.batched(transaction) ? "Y" : "N");
        if (transaction.captured() != null) {
            answer.put("capturedate", Stamp.dateTime(transaction.captured()));
            answer.put("batchid", settlement.batchId(transaction));
        }
        if (settlement.batched(transaction)) {
            answer.put("settledate", Settlement.batchDate(transaction).toString().replace("-", ""));
        }
        return Answer.json(answer);
    }

    private static Answer merchant(Call call) {
        String merchantId = MerchantGate.enter(call, call.pathValue("merchid"));
        return Answer.json(Json.map("site", "fts-uat", "merchid", merchantId, "enabled", true, "cardproc", "RPCT", "acctupdater", "N",
                "cvv", "Y", "avs", "Y", "echeck", "Y", "currency", "USD"));
    }

    private static Answer credentials(Call call) {
        MerchantGate.enter(call, call.json().path("merchid").asText(""));
        return Answer.text(200, "CardConnect REST Servlet.");
    }
}
