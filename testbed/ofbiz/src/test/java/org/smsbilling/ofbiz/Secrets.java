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
package org.smsbilling.ofbiz;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.outside.twilio.Sms;

/** What must never be in a log: credentials, pay tokens and the numbers of customers. */
final class Secrets {
    private static final Pattern TOKEN = Pattern.compile("/pay/control/p/([A-Za-z0-9_-]+)");

    private Secrets() { }

    /** Those that the outside world has seen, or knows of. */
    static Set<String> of(OutsideWorld outside) {
        Set<String> secrets = new HashSet<>(List.of("test-token-a", "test-token-b", "testing123"));
        for (Sms sms : outside.twilio().messages().all()) {
            secrets.add(sms.draft().to());
            Matcher token = TOKEN.matcher(sms.body());
            while (token.find()) {
                secrets.add(token.group(1));
            }
        }
        return secrets;
    }
}
