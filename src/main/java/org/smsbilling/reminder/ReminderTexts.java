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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageContent;
import org.smsbilling.planning.PlannedPart;
import org.smsbilling.planning.PlannedStep;
import org.smsbilling.planning.StepKey;

/** Makes texts of reminders that are due at once. */
public final class ReminderTexts {

    private static final Comparator<DueReminder> PRESSING_FIRST = Comparator
            .comparing((DueReminder due) -> due.occurrence().step().messageType()).reversed()
            .thenComparing(due -> due.invoice().dueDate(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(due -> due.invoice().invoiceId());

    private ReminderTexts() { }

    /**
     * @param reminders by text
     * @param digest whether those of one customer, currency and topic make one text: the most pressing of them says how it is put
     */
    public static List<PlannedStep> of(Collection<DueReminder> reminders, boolean digest) {
        Map<List<String>, List<DueReminder>> together = new LinkedHashMap<>();
        for (DueReminder reminder : reminders) {
            InvoiceFacts invoice = reminder.invoice();
            List<String> key = new ArrayList<>();
            key.add(invoice.customerPartyId());
            key.add(invoice.currencyUomId());
            key.add(reminder.occurrence().step().messageType().topic().name());
            key.add(digest ? null : invoice.invoiceId());
            together.computeIfAbsent(key, any -> new ArrayList<>()).add(reminder);
        }
        return together.values().stream().map(ReminderTexts::text).collect(Collectors.toList());
    }

    private static PlannedStep text(List<DueReminder> together) {
        List<DueReminder> sorted = together.stream().sorted(PRESSING_FIRST).toList();
        DueReminder first = sorted.get(0);
        CollectionStep step = first.occurrence().step();
        StepKey key = first.occurrence().key();
        Map<String, PlannedPart> parts = new HashMap<>();
        if (sorted.size() > 1) {
            sorted.forEach(due -> parts.put(due.invoice().invoiceId(), new PlannedPart(due.occurrence().key(),
                    due.occurrence().step().messageType(), due.occurrence().step().templateId(), due.lateFee())));
        }
        BigDecimal lateFee = sorted.stream().map(DueReminder::lateFee).filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
        Instant earliest = sorted.stream().map(due -> due.occurrence().moment()).max(Instant::compareTo).orElseThrow();
        return new PlannedStep(key.stepId(), key.occurrence(), step.messageType(),
                sorted.stream().map(DueReminder::invoice).collect(Collectors.toList()), MessageContent.ofTemplate(step.templateId(), lateFee),
                earliest, null, parts);
    }
}
