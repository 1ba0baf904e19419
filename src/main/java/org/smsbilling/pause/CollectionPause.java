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
package org.smsbilling.pause;

import java.time.LocalDate;

/**
 * Reminders that a person stopped for a while.
 *
 * @param invoiceId null: all invoices of the customer
 * @param until the last day without reminders, or null until somebody ends it
 */
public record CollectionPause(String pauseId, String invoiceId, String customerPartyId, LocalDate until, PauseReason reason, String note) {

    /** @param day in the organization's time zone */
    public boolean covers(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
