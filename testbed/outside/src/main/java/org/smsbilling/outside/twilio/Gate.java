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
package org.smsbilling.outside.twilio;

import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.ErrorAnswers;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Refusal;

/** Lets in who knows an account's token. */
final class Gate {
    private final Directory directory;

    Gate(Directory directory) {
        this.directory = directory;
    }

    /** @return the caller's account
     * @throws Refusal 401 with code 20003 unless user and password are right, and the account in the path, if any, is the same */
    Directory.Account enter(Call call) {
        String inPath = call.pathValue("account");
        return call.credentials().flatMap(given -> directory.account(given.user()).filter(account -> account.token().equals(given.password())))
                .filter(account -> inPath == null || inPath.equals(account.sid()))
                .orElseThrow(() -> new Refusal(Answer.json(401, Json.map("code", 20003, "detail",
                        "Your AccountSid or AuthToken was incorrect.", "message", "Authenticate", "more_info",
                        "https://www.twilio.com/docs/errors/20003", "status", 401))));
    }

    static Refusal notFound(Call call) {
        return new Refusal(ErrorAnswers.of(404, call));
    }

    static Refusal refused(int code, String message) {
        return new Refusal(ErrorAnswers.twilio(400, code, message));
    }
}
