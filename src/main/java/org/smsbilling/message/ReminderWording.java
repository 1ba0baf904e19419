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

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;

import org.smsbilling.invoice.InvoiceFacts;

/** What a reminder says on the day on which it leaves, whatever it was planned to say: a text that waited may not call due today what is late. */
public final class ReminderWording {

    private ReminderWording() { }

    /**
     * @param planned what it was to say; what is no reminder stays as it is
     * @param invoices that it tells of; the one that was due first says how it is put, none with a due date leaves it as planned
     * @param day on which it leaves, in the organization's time zone
     */
    public static MessageType of(MessageType planned, Collection<InvoiceFacts> invoices, LocalDate day) {
        LocalDate due = invoices.stream().map(InvoiceFacts::dueDate).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
        if (planned.topic() != MessageTopic.REMINDERS || due == null) {
            return planned;
        } else if (due.isAfter(day)) {
            return MessageType.UPCOMING;
        } else if (due.equals(day)) {
            return MessageType.DUE_TODAY;
        }
        return planned == MessageType.UPCOMING || planned == MessageType.DUE_TODAY ? MessageType.OVERDUE_GENTLE : planned;
    }
}
