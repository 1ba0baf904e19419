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
package org.smsbilling.entity;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;

import org.apache.ofbiz.entity.model.ModelField;

/** Puts values of entities' fields into statements of our own. */
final class FieldBinding {

    private FieldBinding() { }

    /** @param value text, moment, number or null; of an encrypted field only null */
    static void bind(PreparedStatement statement, int index, ModelField field, Object value) throws SQLException {
        if (value != null && field.getEncryptMethod().isEncrypted()) {
            throw new IllegalArgumentException(field.getName() + " is encrypted");
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Timestamp moment) {
            statement.setTimestamp(index, moment);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(index, number);
        } else if (value == null) {
            statement.setNull(index, nullType(field));
        } else {
            throw new IllegalArgumentException(field.getName() + ": no " + value.getClass().getName() + " here");
        }
    }

    private static int nullType(ModelField field) {
        return switch (field.getType()) {
        case "date-time" -> Types.TIMESTAMP;
        case "numeric", "fixed-point", "currency-amount", "currency-precise" -> Types.NUMERIC;
        default -> Types.VARCHAR;
        };
    }
}
