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
package org.smsbilling.cardpointe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.ReversalResult;
import org.smsbilling.provider.SettledCharge;
import org.smsbilling.provider.SettlementReport;

/** What the gateway's answers mean. Fields are read by name, and ones that are not known are passed over. */
final class CardPointeAnswers {

    private static final String TXN_NOT_FOUND = "29";
    /**
     * By processor: it was sent on, and no usable answer came back (timed out, bad response, bad header, socket closed, another response). It may
     * have been approved there, though the status of most of them is C (CardPointe Gateway API, gateway response codes).
     */
    private static final Map<String, Set<String>> NO_USABLE_ANSWER = Map.of("PPS", Set.of("62", "63", "64", "65", "66"), "PSTR", Set.of("11"));

    private CardPointeAnswers() { }

    /** Answer to a sale. An approval without a readable amount is no usable answer. */
    static ChargeResult charge(JsonNode answer) {
        String code = text(answer, "respcode");
        if (withoutUsableAnswer(answer)) {
            return new ChargeResult.NoAnswer("The processor did not answer the gateway: " + code);
        }
        return switch (text(answer, "respstat")) {
        case "A" -> approved(answer, code);
        case "B" -> new ChargeResult.RetryLater(code, words(answer));
        case "C" -> new ChargeResult.Declined(text(answer, "retref"), code, words(answer));
        default -> new ChargeResult.NoAnswer("An answer without a status");
        };
    }

    /**
     * Answer to an inquiry. What was voided counts as never charged; a time-out that will not settle was not charged either.
     * @param orderId that was asked about; an answer that names another one is about something else
     */
    static ChargeResult inquiry(JsonNode answer, String orderId) {
        String about = text(answer, "orderid");
        if (!about.isEmpty() && !orderId.isEmpty() && !about.equals(orderId)) {
            return new ChargeResult.NotFound();
        }
        if ("PPS".equals(text(answer, "respproc")) && TXN_NOT_FOUND.equals(text(answer, "respcode"))) {
            return new ChargeResult.NotFound();
        }
        boolean voided = text(answer, "setlstat").toLowerCase(Locale.ROOT).contains("void") || "REVERS".equals(text(answer, "authcode"));
        if (voided) {
            return new ChargeResult.NotFound();
        }
        boolean over = "Declined".equalsIgnoreCase(text(answer, "setlstat"))
                && ("B".equals(text(answer, "respstat")) || withoutUsableAnswer(answer));
        return over ? new ChargeResult.RetryLater(text(answer, "respcode"), words(answer)) : charge(answer);
    }

    static boolean voided(JsonNode answer) {
        return "REVERS".equals(text(answer, "authcode"));
    }

    /** Answer to a sale with another HTTP status than 200. */
    static ChargeResult refusedRequest(int status) {
        boolean surelyNotProcessed = status >= 400 && status < 500 && status != 408;
        return surelyNotProcessed
                ? new ChargeResult.RetryLater("HTTP" + status,
                        status == 401 ? "The gateway refused the credentials" : "The gateway refused the request")
                : new ChargeResult.NoAnswer("HTTP " + status);
    }

    /** Answer to an inquiry about a charge that was approved. A word that is not known leaves it where it is. */
    static SettlementReport settlement(JsonNode answer) {
        if ("PPS".equals(text(answer, "respproc")) && TXN_NOT_FOUND.equals(text(answer, "respcode"))) {
            return SettlementReport.of(SettlementReport.Status.NOT_FOUND);
        } else if (text(answer, "setlstat").isEmpty()) {
            return SettlementReport.of(SettlementReport.Status.NO_ANSWER);
        }
        return new SettlementReport(status(text(answer, "setlstat").toLowerCase(Locale.ROOT)), "Y".equals(text(answer, "voidable")),
                "Y".equals(text(answer, "refundable")));
    }

    private static SettlementReport.Status status(String words) {
        if (words.contains("void")) {
            return SettlementReport.Status.VOIDED;
        } else if (words.contains("reject") || words.contains("declin")) {
            return SettlementReport.Status.REJECTED;
        }
        return words.contains("accept") || words.contains("process") || words.contains("settled") || words.contains("refund")
                ? SettlementReport.Status.ACCEPTED : SettlementReport.Status.WAITING;
    }

    /** Answer to a void or a refund. */
    static ReversalResult reversal(JsonNode answer) {
        if (withoutUsableAnswer(answer)) {
            return new ReversalResult.NoAnswer("The processor did not answer the gateway: " + text(answer, "respcode"));
        }
        return switch (text(answer, "respstat")) {
        case "A" -> new ReversalResult.Done(text(answer, "retref"));
        case "B", "C" -> new ReversalResult.Refused(text(answer, "respcode"), words(answer));
        default -> new ReversalResult.NoAnswer("An answer without a status");
        };
    }

    /** Batches of a day. @return empty when it is no list of batches */
    static Optional<List<SettledCharge>> settled(JsonNode answer) {
        if (!answer.isArray()) {
            return Optional.empty();
        }
        List<SettledCharge> charges = new ArrayList<>();
        answer.forEach(batch -> batch.path("txns").forEach(charge -> charges.add(new SettledCharge(text(charge, "retref"),
                text(charge, "salesdoc"), number(text(charge, "setlamount")), "Y".equalsIgnoreCase(text(charge, "setlstat"))))));
        return Optional.of(charges);
    }

    /** Funding of a day: only what has a return code came back, whatever its status says. @return empty when it is no funding */
    static Optional<List<ReturnedCharge>> returned(JsonNode answer) {
        if (!answer.path("txns").isArray()) {
            return Optional.empty();
        }
        List<ReturnedCharge> charges = new ArrayList<>();
        for (JsonNode charge : answer.path("txns")) {
            if (!text(charge, "achreturncode").isEmpty()) {
                charges.add(new ReturnedCharge(text(charge, "retref"), text(charge, "invoicenumber"), text(charge, "achreturncode")));
            }
        }
        return Optional.of(charges);
    }

    private static BigDecimal number(String text) {
        return text.matches("-?[0-9]{1,12}(\\.[0-9]{1,4})?") ? new BigDecimal(text).abs() : BigDecimal.ZERO;
    }

    /** @return the gateway's own words */
    static String words(JsonNode answer) {
        return text(answer, "resptext");
    }

    /** What became of the address and the security code; whether a mismatch is declined is set up at CardPointe. */
    private static String checks(JsonNode answer) {
        return (text(answer, "avsresp").isEmpty() ? "" : ", AVS " + text(answer, "avsresp"))
                + (text(answer, "cvvresp").isEmpty() ? "" : ", CVV " + text(answer, "cvvresp"));
    }

    private static boolean withoutUsableAnswer(JsonNode answer) {
        return NO_USABLE_ANSWER.getOrDefault(text(answer, "respproc"), Set.of()).contains(text(answer, "respcode"));
    }

    private static ChargeResult approved(JsonNode answer, String code) {
        try {
            BigDecimal amount = new BigDecimal(text(answer, "amount"));
            if (text(answer, "retref").isEmpty()) {
                return new ChargeResult.NoAnswer("An approval without a reference");
            }
            return amount.signum() > 0 ? new ChargeResult.Approved(text(answer, "retref"), amount, code, words(answer) + checks(answer))
                    : new ChargeResult.NoAnswer("An approval of nothing");
        } catch (NumberFormatException e) {
            return new ChargeResult.NoAnswer("An approval without an amount");
        }
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asText("").strip();
    }
}
