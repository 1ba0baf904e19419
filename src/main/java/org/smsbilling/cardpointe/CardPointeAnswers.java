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
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import org.smsbilling.provider.ChargeResult;

/** What the gateway's answers mean. Fields are read by name, and ones that are not known are passed over. */
final class CardPointeAnswers {

    private static final String TXN_NOT_FOUND = "29";
    private static final String TIMED_OUT = "62";

    private CardPointeAnswers() { }

    /** Answer to a sale. An approval without a readable amount is no usable answer. */
    static ChargeResult charge(JsonNode answer) {
        String code = text(answer, "respcode");
        if ("PPS".equals(text(answer, "respproc")) && TIMED_OUT.equals(code)) {
            return new ChargeResult.NoAnswer("The gateway timed out");
        }
        return switch (text(answer, "respstat")) {
        case "A" -> approved(answer, code);
        case "B" -> new ChargeResult.RetryLater(code, words(answer));
        case "C" -> new ChargeResult.Declined(text(answer, "retref"), code, words(answer));
        default -> new ChargeResult.NoAnswer("An answer without a status");
        };
    }

    /** Answer to an inquiry. What was voided counts as never charged; a time-out that will not settle was not charged either. */
    static ChargeResult inquiry(JsonNode answer) {
        if ("PPS".equals(text(answer, "respproc")) && TXN_NOT_FOUND.equals(text(answer, "respcode"))) {
            return new ChargeResult.NotFound();
        }
        boolean voided = text(answer, "setlstat").toLowerCase(Locale.ROOT).contains("void") || "REVERS".equals(text(answer, "authcode"));
        if (voided) {
            return new ChargeResult.NotFound();
        }
        boolean over = "Declined".equalsIgnoreCase(text(answer, "setlstat")) && "B".equals(text(answer, "respstat"));
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

    /** @return the gateway's own words */
    static String words(JsonNode answer) {
        return text(answer, "resptext");
    }

    private static ChargeResult approved(JsonNode answer, String code) {
        try {
            return new ChargeResult.Approved(text(answer, "retref"), new BigDecimal(text(answer, "amount")), code, words(answer));
        } catch (NumberFormatException e) {
            return new ChargeResult.NoAnswer("An approval without an amount");
        }
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asText("").strip();
    }
}
