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
package org.smsbilling.recipient;

/** What a number is for, the best for a text about an invoice first. */
public enum RecipientPurpose {
    /** It stands on the invoice. */
    INVOICE,
    BILLING,
    MOBILE,
    OTHER,
    /** A contact person's. */
    CONTACT_PERSON;

    /** @return key of its words in SmsBillingMessageLabels */
    public String labelKey() {
        return "SmsBillingPurpose_" + name();
    }

    static RecipientPurpose of(String contactMechPurposeTypeId) {
        return switch (String.valueOf(contactMechPurposeTypeId)) {
        case "PHONE_BILLING" -> BILLING;
        case "PHONE_MOBILE" -> MOBILE;
        default -> OTHER;
        };
    }
}
