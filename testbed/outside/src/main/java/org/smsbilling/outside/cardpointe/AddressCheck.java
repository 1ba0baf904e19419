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

import java.util.Map;

/** Answers of the address and CVV checks by test values. */
final class AddressCheck {
    private static final Map<String, String> AVS_BY_ENDING = Map.of("224", "X", "225", "Y", "111", "A", "201", "A", "223", "W", "113", "Z",
            "112", "N", "221", "U", "218", "R");
    private static final Map<String, String> BY_CVV = Map.of("112", "M", "111", "N", "222", "P", "333", "U");

    private AddressCheck() { }

    static String avs(String postal) {
        return postal.length() < 3 ? "Y" : AVS_BY_ENDING.getOrDefault(postal.substring(postal.length() - 3), "Y");
    }

    static String cvv(String cvv) {
        return cvv.isEmpty() ? "P" : BY_CVV.getOrDefault(cvv, "M");
    }
}
