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
package org.smsbilling.organization;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stored fields of an organization, read with defaults for what nobody set. It holds secrets and never prints them. */
final class SettingsFields {

    private final Map<String, Object> values;

    SettingsFields(Map<String, ?> values) {
        this.values = new HashMap<>(values);
    }

    /** @return empty string when it is not set */
    String text(String field) {
        return values.get(field) instanceof String value ? value : "";
    }

    String or(String field, String otherwise) {
        String value = text(field);
        return value.isBlank() ? otherwise : value;
    }

    int number(String field, int otherwise) {
        return values.get(field) instanceof Number value ? value.intValue() : otherwise;
    }

    Optional<BigDecimal> amount(String field) {
        return values.get(field) instanceof BigDecimal value ? Optional.of(value) : Optional.empty();
    }

    boolean on(String field, boolean otherwise) {
        return "Y".equals(or(field, otherwise ? "Y" : "N"));
    }

    @Override
    public String toString() {
        return "SettingsFields[" + text("organizationPartyId") + "]";
    }
}
