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

/** What keeps an organization from texting invoices, the first thing to do first. */
public enum NotReady {
    /** Sending stopped by itself: see the reason there. */
    STOPPED,
    NOT_CONNECTED,
    NO_PROCESSOR,
    /** Neither cards nor bank accounts are switched on. */
    NO_PAYMENT_METHOD,
    /** Pay links have no address to point to. */
    NO_PUBLIC_ADDRESS;

    /** @return whether it keeps it from texting anything at all, not only what asks for payment */
    public boolean keepsFromTexting() {
        return this == STOPPED || this == NOT_CONNECTED;
    }

    /** @return key of its words in SmsBillingOrganizationLabels */
    public String labelKey() {
        return "SmsBillingNotReady_" + name();
    }
}
