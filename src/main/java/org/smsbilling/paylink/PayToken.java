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
package org.smsbilling.paylink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The secret part of a pay link: 132 random bits as 22 characters of base64url. Only its hash is kept for long. */
public final class PayToken {

    /** Characters of every token. */
    public static final int LENGTH = 22;

    /** In the link of a text that somebody tries out: it leads to a page that says so. */
    public static final String SAMPLE = "sample-link-not-to-pay";

    private static final int BITS_PER_CHARACTER = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + LENGTH + "}");

    private PayToken() { }

    /** @return a new token that nobody can guess */
    public static String random() {
        byte[] bytes = new byte[(LENGTH * BITS_PER_CHARACTER + 7) / 8];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, LENGTH);
    }

    /** @return whether a text from outside has the form of a token; null has not */
    public static boolean wellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** @return SHA-256 of a token, 64 hexadecimal digits, by which its link is found */
    public static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
