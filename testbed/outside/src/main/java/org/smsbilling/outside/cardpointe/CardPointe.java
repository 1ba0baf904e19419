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
import java.util.List;
import java.util.Map;
import org.smsbilling.outside.web.BadRequest;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** The emulated payment gateway. */
public final class CardPointe {
    private final Clock clock;
    private final Vault vault;
    private final Ledger ledger = new Ledger();
    private final Authorizer authorizer = new Authorizer();
    private final Settlement settlement;

    public CardPointe(Clock clock) {
        this.clock = clock;
        this.vault = new Vault(clock);
        this.settlement = new Settlement(clock);
    }

    public void serve(Router router) {
        new AuthApi(vault, ledger, authorizer, settlement, clock).serve(router);
        new ChangeApi(ledger, settlement, clock).serve(router);
        new InquireApi(ledger, settlement).serve(router);
        new SettlementApi(ledger, settlement, clock).serve(router);
        new CardSecureApi(vault).serve(router);
        TokenizerFrame.serve(router);
    }

    /** @param on whether card sales of 1nnn.xx get the processor's code nnn; true from the start */
    public void amountsForceCodes(boolean on) {
        authorizer.amountsForceCodes(on);
    }

    /** A bank returns a captured payment.
     * @param reference retrieval reference or order id
     * @param days business days after the capture, negative for at once
     * @throws BadRequest if there is no such bank payment */
    public void returnPayment(String reference, String code, int days) {
        Transaction transaction = ledger.all().stream().filter(Transaction::bank).filter(each -> each.captured() != null)
                .filter(each -> each.facts().retref().equals(reference) || each.facts().orderId().equals(reference)).findFirst()
                .orElseThrow(() -> new BadRequest("no captured bank payment " + reference));
        if (days < 0) {
            settlement.returnNow(transaction, code);
        } else {
            settlement.returnAfter(transaction, code, days);
        }
    }

    /** @param orderId "" for all
     * @return oldest first */
    public List<Map<String, Object>> transactions(String orderId) {
        return ledger.all().stream().filter(each -> orderId.isEmpty() || each.facts().orderId().equals(orderId))
                .map(each -> Json.map("retref", each.facts().retref(), "merchid", each.facts().merchantId(), "orderid", each.facts().orderId(),
                        "type", each.facts().type(), "refund", each.facts().refunded() != null, "account", each.facts().masked(),
                        "requested", each.facts().requested().toPlainString(), "amount", each.amount().toPlainString(), "currency",
                        each.facts().currency(), "respstat", each.response().stat(), "respcode", each.response().code(), "setlstat",
                        settlement.status(each), "created", each.facts().created().toString())).toList();
    }

    /** @return the money taken from payers and not given back, over all sales approved, captured and not void */
    public BigDecimal taken() {
        return ledger.all().stream().filter(each -> each.response().approved() && each.captured() != null && !each.voided())
                .map(each -> each.facts().refunded() == null ? each.amount() : each.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Forgets everything that happened; tokens stay good. */
    public void reset() {
        ledger.clear();
        authorizer.amountsForceCodes(true);
    }
}
