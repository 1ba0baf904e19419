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
package org.smsbilling.reminder;

import java.time.Instant;
import java.util.List;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.planning.PlannedText;

/**
 * What will happen if nothing changes until then: exactly one of a text (which may be one that nobody gets), an e-mail and an obstacle.
 *
 * @param moment when the step begins
 * @param invoices at least one
 * @param text or null
 * @param emailAddress of an e-mail, empty when the customer has none; null when it is no e-mail
 * @param obstacle or null
 */
record ComingReminder(Instant moment, CollectionStep step, List<InvoiceFacts> invoices, PlannedText text, String emailAddress, NoReminder obstacle) {
}
