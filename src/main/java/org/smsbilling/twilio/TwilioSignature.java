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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    /**
     * @param parameters of the form as they go out
     * @return what Twilio would put into the header: HMAC-SHA1 over the address and the sorted parameters
     *     (https://www.twilio.com/docs/usage/security)
     */
    public static String sign(String authToken, URI address, Map<String, String> parameters) {
        StringBuilder signed = new StringBuilder(address.toString());
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }
}
