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
package org.smsbilling.outside.web;

import java.util.Map;

/** Errors in the words of whoever is asked. */
public final class ErrorAnswers {
    private static final Map<Integer, String> PHRASES = Map.of(400, "Bad Request", 404, "Not Found", 405, "Method Not Allowed",
            429, "Too Many Requests", 500, "Internal Server Error", 502, "Bad Gateway", 503, "Service Unavailable");

    private ErrorAnswers() { }

    public static Answer of(int status, Call call) {
        String phrase = PHRASES.getOrDefault(status, "Error");
        if (call.path().startsWith("/2010-04-01/") || call.path().startsWith("/v1/")) {
            return twilio(status, 20000 + status, status == 404 ? "The requested resource " + call.path() + " was not found" : phrase);
        }
        if (call.path().startsWith("/cardconnect/") || call.path().startsWith("/cardsecure/")) {
            return Answer.json(status, Json.map("status", status, "error", phrase, "path", call.path()));
        }
        return Answer.text(status, phrase);
    }

    /** @param code of Twilio's error dictionary */
    public static Answer twilio(int status, int code, String message) {
        return Answer.json(status, Json.map("code", code, "message", message, "more_info", "https://www.twilio.com/docs/errors/" + code,
                "status", status));
    }
}
