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
import java.util.Map;

/** Decides on a sale as the gateway's test environment does: by card number, then by amount. */
final class Authorizer {
    /** The decision and the amount it is for. */
    record Decision(Response response, BigDecimal amount) { }

    private static final BigDecimal PART = new BigDecimal("5.00");
    private static final BigDecimal PART_FROM = new BigDecimal("6.00");
    private static final String PARTIAL_CARD = "4387750101010101";

    private static final Map<String, Response> BY_CARD = Map.ofEntries(
            Map.entry("4387751111111020", Response.ofProcessor("107")), Map.entry("4387751111111038", Response.ofProcessor("100")),
            Map.entry("4387751111111046", Response.ofProcessor("101")), Map.entry("4387751111111053", Response.DECLINED),
            Map.entry("5442981111111023", Response.ofProcessor("107")), Map.entry("5442981111111031", Response.ofProcessor("100")),
            Map.entry("5442981111111049", Response.ofProcessor("101")), Map.entry("5442981111111056", Response.DECLINED),
            Map.entry("6011000995511155", Response.DECLINED), Map.entry("4999006200620062", Response.TIMED_OUT),
            Map.entry("5111006200620062", Response.TIMED_OUT), Map.entry("6465006200620062", Response.TIMED_OUT));

    private volatile boolean amountsForceCodes = true;

    /** @param on whether a card sale of 1nnn.xx is answered with the processor's code nnn, where it is a code */
    void amountsForceCodes(boolean on) {
        amountsForceCodes = on;
    }

    /** @param forced DECLINE, PARTIAL, RETRY or "" */
    Decision decide(Vault.Account account, BigDecimal amount, String forced) {
        if (forced.equals("DECLINE")) {
            return new Decision(account.bank() ? Response.BANK_DECLINED : Response.DECLINED, nothing(amount));
        }
        if (forced.equals("RETRY")) {
            return new Decision(Response.TRY_AGAIN, amount);
        }
        if (account.bank()) {
            return new Decision(Response.BANK_SUCCESS, amount);
        }
        if (forced.equals("PARTIAL") || account.number().equals(PARTIAL_CARD)) {
            return partial(amount);
        }
        Response byCard = BY_CARD.get(account.number());
        if (byCard != null) {
            return new Decision(byCard, byCard.stat().equals("B") ? amount : nothing(amount));
        }
        Response byAmount = byAmount(amount);
        return byAmount == null ? new Decision(Response.APPROVED, amount) : new Decision(byAmount, nothing(amount));
    }

    private static Decision partial(BigDecimal amount) {
        return amount.compareTo(PART_FROM) < 0 ? new Decision(Response.APPROVED, amount)
                : new Decision(Response.APPROVED_IN_PART, PART.setScale(amount.scale()));
    }

    private Response byAmount(BigDecimal amount) {
        int units = amount.intValue();
        return amountsForceCodes && units >= 1000 && units <= 1999 ? Response.ofProcessor(String.format("%03d", units - 1000)) : null;
    }

    private static BigDecimal nothing(BigDecimal amount) {
        return BigDecimal.ZERO.setScale(amount.scale());
    }
}
