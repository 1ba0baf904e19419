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
package org.smsbilling.preference;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.smsbilling.paylink.PayToken;

/**
 * The last part of a preferences link: 22 characters of base64url, the form of a pay token, made of the number alone so that no row is kept for it.
 * The number's digits and 72 zero bits are one block of AES under the organization's key; who has no key can neither read the number nor make a token
 * that decrypts to 72 zero bits. The same number always gets the same token: a link in an old text still works.
 */
final class PreferencesToken {

    static final int KEY_BYTES = 32;

    private static final int BLOCK = 16;
    private static final int ZERO_BYTES = 9;
    private static final int NUMBER_BYTES = BLOCK - ZERO_BYTES;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private PreferencesToken() { }

    /** @return key of an organization, in base64 */
    static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** @param e164 at most 15 digits. @return empty for what is no such number */
    static Optional<String> of(String key, String e164) {
        if (e164 == null || !E164.matcher(e164).matches()) {
            return Optional.empty();
        }
        byte[] digits = ByteBuffer.allocate(Long.BYTES).putLong(Long.parseLong(e164.substring(1))).array();
        byte[] block = new byte[BLOCK];
        System.arraycopy(digits, Long.BYTES - NUMBER_BYTES, block, 0, NUMBER_BYTES);
        return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(cipher(Cipher.ENCRYPT_MODE, key, block)));
    }

    /** @param token from outside, anything. @return the number; empty when the token was not made with the key */
    static Optional<String> number(String key, String token) {
        if (!PayToken.wellFormed(token)) {
            return Optional.empty();
        }
        byte[] block = cipher(Cipher.DECRYPT_MODE, key, Base64.getUrlDecoder().decode(token));
        if (!Arrays.equals(block, NUMBER_BYTES, BLOCK, new byte[ZERO_BYTES], 0, ZERO_BYTES)) {
            return Optional.empty();
        }
        byte[] digits = new byte[Long.BYTES];
        System.arraycopy(block, 0, digits, Long.BYTES - NUMBER_BYTES, NUMBER_BYTES);
        return Optional.of("+" + ByteBuffer.wrap(digits).getLong());
    }

    /** One block of random-looking input whose redundancy is checked: the chaining and padding that ECB lacks are not needed. */
    private static byte[] cipher(int mode, String key, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(Base64.getDecoder().decode(key), "AES"));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES", e);
        }
    }
}
