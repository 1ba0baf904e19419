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

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.BadRequest;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** Batches (settlestat) and what arrived at the bank or came back from it (funding). */
final class SettlementApi {
    private final Ledger ledger;
    private final Settlement settlement;
    private final Clock clock;

    SettlementApi(Ledger ledger, Settlement settlement, Clock clock) {
        this.ledger = ledger;
        this.settlement = settlement;
        this.clock = clock;
    }

    void serve(Router router) {
        router.add("GET", "/cardconnect/rest/settlestat", this::batches).add("GET", "/cardconnect/rest/funding", this::funding);
    }

    private Answer batches(Call call) {
        Map<String, String> query = call.query();
        String merchantId = MerchantGate.enter(call, query.getOrDefault("merchid", ""));
        String batchId = query.getOrDefault("batchid", "");
        LocalDate date = batchId.isEmpty() ? date(query) : null;
        Map<String, List<Transaction>> batches = settled(merchantId).stream()
                .filter(each -> date == null ? settlement.batchId(each).equals(batchId) : Settlement.batchDate(each).equals(date))
                .collect(Collectors.groupingBy(settlement::batchId, TreeMap::new, Collectors.toList()));
        if (batches.isEmpty()) {
            return Answer.text(200, "Null batches");
        }
        List<Map<String, Object>> answer = new ArrayList<>();
        batches.forEach((id, members) -> answer.add(batch(merchantId, id, members)));
        return Answer.json(answer);
    }

    private Map<String, Object> batch(String merchantId, String id, List<Transaction> members) {
        List<Transaction> sales = members.stream().filter(each -> each.facts().refunded() == null).toList();
        List<Transaction> refunds = members.stream().filter(each -> each.facts().refunded() != null).toList();
        List<Map<String, Object>> txns = members.stream().map(each -> Json.map("setlamount", each.amount().toPlainString(), "setlstat",
                settlement.returned(each) ? "N" : "Y", "salesdoc", each.facts().orderId(), "retref", each.facts().retref())).toList();
        return Json.map("respproc", "RPCT", "hostbatch", id, "batchid", id, "hoststat", "GB", "merchid", merchantId,
                "chargecnt", sales.size(), "chargetotal", total(sales), "refundcnt", refunds.size(), "refundtotal", total(refunds), "txns", txns);
    }

    private Answer funding(Call call) {
        Map<String, String> query = call.query();
        String merchantId = MerchantGate.enter(call, query.getOrDefault("merchid", ""));
        LocalDate date = date(query);
        boolean past = !date.isAfter(Stamp.date(clock.instant()));
        List<Transaction> funded = settled(merchantId).stream().filter(each -> past && settlement.fundingDate(each).equals(date)).toList();
        String id = String.valueOf(date.toEpochDay());
        return Answer.json(Json.map("fundingmasterid", id, "fundingdate", date.toString(), "chargebacks", List.of(), "adjustments", List.of(),
                "datechanged", null, "fundings", funded.isEmpty() ? List.of() : List.of(Json.map("fundingid", id, "fundingmasterid", id,
                        "currency", funded.get(0).facts().currency(), "netsales", net(funded), "totalfunding", net(funded), "dateadded",
                        date.toString())),
                "merchid", merchantId, "txns", funded.stream().map(each -> row(each, id)).toList()));
    }

    /** The status of a returned payment reads Processed, too: only the return code tells. */
    private Map<String, Object> row(Transaction transaction, String id) {
        Transaction.Facts facts = transaction.facts();
        Map<String, Object> row = Json.map("date", Stamp.date(facts.created()).toString(), "type", facts.refunded() == null ? "SALE" : "REFUND",
                "fundingtxnid", id, "currency", facts.currency(), "cardtype", "Credit", "retref", facts.retref(), "invoicenumber",
                facts.orderId(), "amount", transaction.amount().toPlainString(), "fundingid", id, "cardproc", transaction.response().proc(),
                "batchid", settlement.batchId(transaction), "authdate", Stamp.dateTime(facts.created()), "cardbrand",
                transaction.bank() ? "ECHK" : "Visa", "cardnumber", facts.masked(), "status", "Processed", "respcode",
                transaction.response().code());
        if (settlement.returned(transaction)) {
            row.put("achreturncode", transaction.returnCode());
        }
        return row;
    }

    private List<Transaction> settled(String merchantId) {
        return ledger.all().stream().filter(each -> each.facts().merchantId().equals(merchantId) && settlement.batched(each)).toList();
    }

    private LocalDate date(Map<String, String> query) {
        LocalDate today = Stamp.date(clock.instant());
        String text = query.getOrDefault("date", "");
        if (text.isEmpty()) {
            return today;
        }
        if (!text.matches("(0[1-9]|1[0-2])\\d\\d|\\d{8}")) {
            throw new BadRequest("date must be MMDD or yyyyMMdd");
        }
        return Stamp.date(text, today);
    }

    private static String total(List<Transaction> transactions) {
        return transactions.stream().map(Transaction::amount).reduce(new BigDecimal("0.00"), BigDecimal::add).toPlainString();
    }

    private String net(List<Transaction> transactions) {
        return transactions.stream().map(each -> settlement.returned(each) || each.facts().refunded() != null ? each.amount().negate()
                : each.amount()).reduce(new BigDecimal("0.00"), BigDecimal::add).toPlainString();
    }
}
