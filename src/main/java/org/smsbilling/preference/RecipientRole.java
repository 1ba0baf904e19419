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

/** What a contact person is for the texts about a customer's invoices. */
public enum RecipientRole {
    /** Gets none. */
    NONE,
    /** Gets them as well as the billing contact. */
    BESIDE,
    /** Gets them, and the billing contact does not. */
    IN_PLACE;

    /** @param text may be null */
    public static RecipientRole of(String text) {
        for (RecipientRole role : values()) {
            if (role.name().equals(text)) {
                return role;
            }
        }
        return NONE;
    }

    /** @return key of its words in SmsBillingContactLabels */
    public String labelKey() {
        return "SmsBillingRole_" + name();
    }
}
