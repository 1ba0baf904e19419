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
package org.smsbilling.message;

/** A text as it may be kept and shown: the token of its pay link and a one-time code are stars. */
public final class MaskedBody {

    private MaskedBody() { }

    /**
     * @param body the text as it is sent
     * @param link the pay link in it, whose last part is the token; or null, or empty
     * @return the text, as long as before, without the token
     */
    public static String of(String body, String link) {
        return link == null ? body : without(body, link.substring(link.lastIndexOf('/') + 1));
    }

    /** @param code the one-time code in it, or null */
    static String of(String body, String link, String code) {
        return code == null ? of(body, link) : without(of(body, link), code);
    }

    private static String without(String body, String secret) {
        return secret.isEmpty() ? body : body.replace(secret, "*".repeat(secret.length()));
    }
}
