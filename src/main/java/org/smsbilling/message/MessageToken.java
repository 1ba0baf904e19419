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

import java.util.Arrays;
import java.util.Optional;

/** What a template may name; a closed list. */
public enum MessageToken {
    BRAND("brand"),
    CUSTOMER("customer"),
    INVOICE_NUMBER("invoiceNumber"),
    AMOUNT("amount"),
    OUTSTANDING("outstanding"),
    DUE_DATE("dueDate"),
    /** Whole days since the due date; empty before and on it. */
    DAYS_LATE("daysLate"),
    LATE_FEE("lateFee"),
    /** Amount of the payment that a receipt is for, or that failed. */
    RECEIVED("received"),
    LINK("link"),
    PREFERENCES_LINK("preferencesLink"),
    SUPPORT_PHONE("supportPhone"),
    /** A one-time code. */
    CODE("code");

    private final String title;

    MessageToken(String title) {
        this.title = title;
    }

    /** @return as it stands in a template, between its braces */
    public String title() {
        return title;
    }

    static Optional<MessageToken> of(String title) {
        return Arrays.stream(values()).filter(token -> token.title.equals(title)).findFirst();
    }
}
