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
package org.smsbilling.testbed.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** Encrypts fields with AES-GCM. The key is a row of the database, one for all entities, made at the first start. */
public final class FieldCipher {

    private static final int NONCE = 12;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** Reads or makes the key; the table ENTITY_KEY_STORE must exist. */
    public FieldCipher(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            byte[] bytes = read(connection);
            if (bytes == null) {
                bytes = new byte[16];
                random.nextBytes(bytes);
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO ENTITY_KEY_STORE (KEY_NAME, KEY_TEXT) VALUES ('testbed', ?)")) {
                    insert.setString(1, Base64.getEncoder().encodeToString(bytes));
                    insert.executeUpdate();
                }
            }
            this.key = new SecretKeySpec(bytes, "AES");
        }
    }

    private static byte[] read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT KEY_TEXT FROM ENTITY_KEY_STORE WHERE KEY_NAME = 'testbed'");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Base64.getDecoder().decode(rows.getString(1)) : null;
        }
    }

    /** @param entityName bound to the text, so that it cannot be read as another entity's */
    public String encrypt(String entityName, String plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, entityName, nonce, plain.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    public String decrypt(String entityName, String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        byte[] plain = run(Cipher.DECRYPT_MODE, entityName, Arrays.copyOf(bytes, NONCE), Arrays.copyOfRange(bytes, NONCE, bytes.length));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String entityName, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(entityName.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            String what = mode == Cipher.ENCRYPT_MODE ? "encrypted" : "decrypted";
            throw new IllegalStateException("Field of " + entityName + " could not be " + what, e);
        }
    }
}
