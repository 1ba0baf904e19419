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

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** The tokenize service, which the tokenizer frame uses. */
final class CardSecureApi {
    private final Vault vault;

    CardSecureApi(Vault vault) {
        this.vault = vault;
    }

    void serve(Router router) {
        router.add("POST", "/cardsecure/api/v1/ccn/tokenize", this::tokenize);
    }

    private Answer tokenize(Call call) {
        ObjectNode request = call.json();
        String account = request.path("account").asText("").replace(" ", "").replace("-", "");
        String cvv = request.path("cvv").asText("");
        if (account.isEmpty()) {
            return error("0014", "Data is empty.");
        }
        if (!account.matches("[0-9/]+")) {
            return error("0008", "Data is not decimal digits.");
        }
        if (account.contains("/") ? !account.matches("\\d{9}/\\d{4,17}") : !account.matches("\\d{13,19}")) {
            return error("0021", "Data is too short.");
        }
        if (!account.contains("/") && !Luhn.valid(account)) {
            return error("0054", "Card number check (Luhn formula) failed.");
        }
        if (!cvv.matches("(\\d{3,4})?")) {
            return error("0008", "Data is not decimal digits.");
        }
        String token = vault.tokenize(account, request.path("expiry").asText(""), cvv, request.path("unique").asBoolean(false));
        return Answer.json(Json.map("message", "No Error", "errorcode", "0", "token", token));
    }

    private static Answer error(String code, String message) {
        return Answer.json(Json.map("message", message, "errorcode", code, "token", ""));
    }
}
