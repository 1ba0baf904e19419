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
package org.smsbilling.payment;

import java.util.Map;
import java.util.Set;

/** Why a bank returned a payment, in words: the return codes that debits from consumers' accounts usually get (Nacha Operating Rules). */
final class ReturnReason {

    private static final Set<String> KNOWN = Set.of("R01", "R02", "R03", "R04", "R05", "R07", "R08", "R09", "R10", "R11", "R16", "R20", "R29");

    private ReturnReason() { }

    /** @param code or empty when it is not known. @return the reason with its code */
    static String words(String code, PaymentWords words) {
        if (code == null || code.isEmpty()) {
            return words.of("ReturnUnknown");
        }
        return KNOWN.contains(code) ? words.of("Return_" + code) + " (" + code + ")" : words.of("ReturnCode", Map.of("code", code));
    }
}
