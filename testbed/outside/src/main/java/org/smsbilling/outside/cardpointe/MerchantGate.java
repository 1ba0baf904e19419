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

import java.util.Set;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Refusal;

/** Lets in who knows the merchants' user and password. */
final class MerchantGate {
    private static final Call.Credentials KNOWN = new Call.Credentials("testing", "testing123");
    private static final Set<String> MERCHANTS = Set.of("800000009102", "800000009103");

    private MerchantGate() { }

    /** @return the merchant id
     * @throws Refusal 401 unless user, password and merchant id belong together */
    static String enter(Call call, String merchantId) {
        if (call.credentials().filter(KNOWN::equals).isEmpty() || !MERCHANTS.contains(merchantId)) {
            throw new Refusal(Answer.text(401, "Unauthorized").with("WWW-Authenticate", "Basic realm=\"CardConnect REST\""));
        }
        return merchantId;
    }
}
