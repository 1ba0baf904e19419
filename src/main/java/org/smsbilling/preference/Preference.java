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

import java.util.Map;

/**
 * What is recorded of somebody who may be texted about a customer's invoices.
 *
 * @param role of a contact person; NONE for the customer itself
 * @param off whether nothing at all is wanted; of the customer itself: nobody is texted about its invoices
 * @param contactNumber E.164 of the one that is texted, or the empty string for the best
 * @param localeString language, or the empty string for the organization's
 */
public record Preference(RecipientRole role, boolean off, TopicChoice topics, String contactNumber, String localeString) {

    /** Of somebody nothing is recorded of. */
    public static final Preference USUAL = new Preference(RecipientRole.NONE, false, TopicChoice.ALL, "", "");

    /** @param row fields of SmsPreference */
    static Preference of(Map<String, ?> row) {
        return new Preference(RecipientRole.of((String) row.get("recipientRole")), "Y".equals(row.get("allOff")), TopicChoice.of(row),
                text(row, "contactNumber"), text(row, "localeString"));
    }

    static String text(Map<String, ?> row, String field) {
        return row.get(field) instanceof String value ? value.strip() : "";
    }
}
