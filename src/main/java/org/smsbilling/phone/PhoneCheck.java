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
package org.smsbilling.phone;

import java.util.Objects;

/**
 * What became of a number that somebody typed: a number that texts can be sent to, or the reason why not.
 *
 * @param e164 the number, empty when refused
 * @param reason why it was refused, null when it was not
 */
public record PhoneCheck(String e164, Reason reason) {

    /** Why a number is refused; the label of its words is "SmsBillingPhone" and the constant, e.g. SmsBillingPhone_LANDLINE. */
    public enum Reason {
        /** Nothing was typed. */
        EMPTY,
        /** Letters, emoji, too many signs: it cannot be read as a number. */
        MALFORMED,
        /** There is no such country code, or no such country to read it in. */
        UNKNOWN_COUNTRY,
        TOO_SHORT,
        TOO_LONG,
        /** The right length, but in no range that the country gives out. */
        NOT_IN_USE,
        LANDLINE,
        TOLL_FREE,
        PREMIUM_RATE,
        SHARED_COST,
        VOIP,
        PAGER,
        /** Company numbers, voice mail and other services: no phone that gets texts. */
        SERVICE_NUMBER,
        /** An extension behind a switchboard. */
        HAS_EXTENSION;

        /** @return key of its words in SmsBillingOrganizationLabels */
        public String labelKey() {
            return "SmsBillingPhone_" + name();
        }
    }

    public PhoneCheck {
        Objects.requireNonNull(e164);
        if (e164.isEmpty() == (reason == null)) {
            throw new IllegalArgumentException("Either a number or a reason");
        }
    }

    static PhoneCheck usable(String e164) {
        return new PhoneCheck(e164, null);
    }

    static PhoneCheck refused(Reason reason) {
        return new PhoneCheck("", reason);
    }

    public boolean ok() {
        return reason == null;
    }
}
