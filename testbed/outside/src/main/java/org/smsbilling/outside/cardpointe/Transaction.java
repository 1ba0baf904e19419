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
import java.time.Instant;
import java.util.Map;
import org.smsbilling.outside.web.Json;

/** A transaction of the gateway. */
public final class Transaction {
    /** What is known from the start.
     * @param orderId as sent, "" without
     * @param type CARD, ECHK or ESAV
     * @param refunded the transaction whose money goes back, or null for a sale
     * @param requested in units of the currency */
    record Facts(String retref, String merchantId, String orderId, String token, String masked, String type, String expiry, String name,
            String currency, BigDecimal requested, Instant created, Transaction refunded) { }

    private final Facts facts;
    private final Response response;
    private final String avs;
    private final String cvv;
    private BigDecimal amount;
    private Instant captured;
    private Instant voided;
    private Instant returned;
    private String returnCode = "";

    Transaction(Facts facts, Response response, BigDecimal amount, String avs, String cvv) {
        this.facts = facts;
        this.response = response;
        this.amount = amount;
        this.avs = avs;
        this.cvv = cvv;
    }

    Facts facts() {
        return facts;
    }

    Response response() {
        return response;
    }

    boolean bank() {
        return !facts.type().equals("CARD");
    }

    synchronized BigDecimal amount() {
        return amount;
    }

    synchronized Instant captured() {
        return captured;
    }

    synchronized boolean voided() {
        return voided != null;
    }

    synchronized Instant returned() {
        return returned;
    }

    synchronized String returnCode() {
        return returnCode;
    }

    synchronized void capture(BigDecimal captureAmount, Instant now) {
        amount = captureAmount;
        captured = now;
    }

    /** @return whether it was not void before */
    synchronized boolean makeVoid(Instant now) {
        if (voided != null) {
            return false;
        }
        voided = now;
        return true;
    }

    synchronized void returnAt(Instant moment, String code) {
        returned = moment;
        returnCode = code;
    }

    /** The fields that every answer about this transaction has. */
    synchronized Map<String, Object> toAnswer() {
        Map<String, Object> answer = Json.map("amount", amount.toPlainString(), "resptext", response.text(), "commcard", "N", "cvvresp", cvv,
                "respcode", response.code(), "avsresp", avs, "entrymode", "ECommerce", "merchid", facts.merchantId(), "token", facts.token(),
                "authcode", response.approved() ? "PPS" + facts.retref().substring(9) : "", "respproc", response.proc(), "bintype", "",
                "expiry", facts.expiry(), "retref", facts.retref(), "respstat", response.stat(), "account", facts.masked());
        if (!response.approved()) {
            answer.remove("authcode");
        }
        if (!facts.orderId().isEmpty()) {
            answer.put("orderId", facts.orderId());
        }
        return answer;
    }
}
