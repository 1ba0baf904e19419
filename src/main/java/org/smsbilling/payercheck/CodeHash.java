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
package org.smsbilling.payercheck;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A one-time code as it is stored.
 *
 * @param hash hexadecimal
 * @param salt hexadecimal, random
 */
record CodeHash(String hash, String salt) {

    private static final int DIGITS = 6;
    private static final int LIMIT = 1_000_000;
    private static final int ITERATIONS = 20_000;
    private static final int BITS = 160;
    private static final int SALT_BYTES = 16;

    /** @return six digits that nobody can guess */
    static String randomCode() {
        return String.format("%0" + DIGITS + "d", new SecureRandom().nextInt(LIMIT));
    }

    static CodeHash of(String code) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new CodeHash(hash(code, salt), HexFormat.of().formatHex(salt));
    }

    /** Takes the same time whatever was typed. */
    boolean matches(String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[^0-9]", "");
        return digits.length() == DIGITS & MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII),
                hash(digits, HexFormat.of().parseHex(salt)).getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String code, byte[] salt) {
        try {
            return HexFormat.of().formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(code.toCharArray(), salt, ITERATIONS, BITS)).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "CodeHash[]";
    }
}
