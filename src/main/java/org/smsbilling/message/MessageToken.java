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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a template may name; a closed list. */
public enum MessageToken {
    BRAND("brand", Scope.ALL),
    CUSTOMER("customer", Scope.ALL, Trait.MAY_BE_EMPTY),
    /** The invoices as people say it: "invoice 10001", "invoices 10001 and 10002", "3 invoices". */
    INVOICES("invoices", Scope.INVOICES),
    /** The numbers alone; of many, the first two and how many more. */
    INVOICE_NUMBER("invoiceNumber", Scope.INVOICES),
    AMOUNT("amount", Scope.INVOICES),
    OUTSTANDING("outstanding", Scope.INVOICES),
    /** What is outstanding; empty when that is nothing. */
    STILL_OPEN("stillOpen", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    DUE_DATE("dueDate", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    /** The due date once it has passed; empty before and on it. */
    PAST_DUE_DATE("pastDueDate", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    /** Whole days since the due date; empty before and on it. */
    DAYS_LATE("daysLate", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    /** The same as people say it: "1 day", "10 days". */
    LATE_BY("lateBy", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    LATE_FEE("lateFee", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    /** Amount of the payment that a receipt is for. */
    RECEIVED("received", Scope.RECEIPT, Trait.MAY_BE_EMPTY),
    /** Amount of the payment that was refused. */
    FAILED("failed", Scope.FAILED_PAYMENT, Trait.MAY_BE_EMPTY),
    /** Amount of the payment that the bank took back; then nothing is in {failed}. */
    RETURNED("returned", Scope.FAILED_PAYMENT, Trait.MAY_BE_EMPTY),
    LINK("link", Scope.PAYING),
    PREFERENCES_LINK("preferencesLink", Scope.ALL, Trait.MAY_BE_EMPTY),
    SUPPORT_PHONE("supportPhone", Scope.ALL, Trait.MAY_BE_EMPTY),
    /** A one-time code. */
    CODE("code", Scope.CODE),
    /** Attribute of the invoice. */
    PROPERTY("property", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    /** Attribute of the invoice. */
    UNIT("unit", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    /** Attribute of the invoice. */
    PERIOD("period", Scope.INVOICES, Trait.MAY_BE_EMPTY),
    /** Any other attribute of the invoice: {attribute:NAME}. */
    ATTRIBUTE("attribute", Scope.INVOICES, Trait.MAY_BE_EMPTY);

    private enum Scope { ALL, INVOICES, PAYING, RECEIPT, FAILED_PAYMENT, CODE }

    private enum Trait { MAY_BE_EMPTY }

    private final String title;
    private final Scope scope;
    private final Set<Trait> traits;

    MessageToken(String title, Scope scope, Trait... traits) {
        this.title = title;
        this.scope = scope;
        this.traits = EnumSet.noneOf(Trait.class);
        this.traits.addAll(Arrays.asList(traits));
    }

    /** @return as it stands in a template, between its braces */
    public String title() {
        return title;
    }

    /** @return whether it may have nothing to tell, so that it belongs into an optional part */
    public boolean mayBeEmpty() {
        return traits.contains(Trait.MAY_BE_EMPTY);
    }

    /** @return whether messages of the type ever have a value for it */
    public boolean knownIn(MessageType type) {
        return switch (scope) {
        case ALL -> true;
        case INVOICES -> type.tellsOfInvoices();
        case PAYING -> type.asksForPayment();
        case RECEIPT -> type == MessageType.RECEIPT;
        case FAILED_PAYMENT -> type == MessageType.FAILED_PAYMENT;
        case CODE -> type == MessageType.ONE_TIME_CODE;
        };
    }

    static Optional<MessageToken> of(String title) {
        return Arrays.stream(values()).filter(token -> token.title.equals(title)).findFirst();
    }
}
