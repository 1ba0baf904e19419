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
package org.smsbilling.twilio;

import java.net.URI;
import java.util.Map;

import com.twilio.security.RequestValidator;

/** The signature by which Twilio proves that a webhook is its own. */
public final class TwilioSignature {

    private TwilioSignature() { }

    /**
     * @param authToken primary token of the account
     * @param address the public address that Twilio was given, not what a proxy made of it
     * @param parameters of the form as they came, neither trimmed nor encoded
     * @param signature header X-Twilio-Signature, or null
     */
    public static boolean valid(String authToken, URI address, Map<String, String> parameters, String signature) {
        return signature != null && !signature.isEmpty()
                && new RequestValidator(authToken).validate(address.toString(), parameters, signature);
    }
}
