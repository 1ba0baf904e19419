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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.invoice.InvoiceFacts;

class ReminderWordingTest {

    @ParameterizedTest(name = "{0} of what is due {1}, on {2}: {3}")
    @CsvSource({
        "DUE_TODAY, 2026-03-20, 2026-03-20, DUE_TODAY",
        "DUE_TODAY, 2026-03-20, 2026-03-21, OVERDUE_GENTLE",
        "DUE_TODAY, 2026-03-25, 2026-03-21, UPCOMING",
        "UPCOMING, 2026-03-20, 2026-03-20, DUE_TODAY",
        "UPCOMING, 2026-03-20, 2026-03-22, OVERDUE_GENTLE",
        "OVERDUE_FINAL, 2026-03-20, 2026-03-22, OVERDUE_FINAL",
        "OVERDUE_FIRM, 2026-03-22, 2026-03-22, DUE_TODAY",
        "UPCOMING, 2026-03-30 2026-03-20, 2026-03-20, DUE_TODAY",
        "OVERDUE_FIRM, , 2026-03-22, OVERDUE_FIRM",
        "NEW_INVOICE, 2026-03-20, 2026-03-22, NEW_INVOICE",
        "FAILED_PAYMENT, 2026-03-20, 2026-03-22, FAILED_PAYMENT"})
    void aReminderSaysWhatIsTrueOnItsDay(MessageType planned, String due, LocalDate day, MessageType expected) {
        List<InvoiceFacts> invoices = due == null ? List.of(invoice(null))
                : Arrays.stream(due.split(" ")).map(LocalDate::parse).map(ReminderWordingTest::invoice).toList();
        assertEquals(expected, ReminderWording.of(planned, invoices, day));
    }

    private static InvoiceFacts invoice(LocalDate due) {
        return new InvoiceFacts("10000", "SALES_INVOICE", "INVOICE_READY", true, "Company", "Customer", "USD", BigDecimal.TEN, BigDecimal.TEN, due,
                null, Map.of());
    }
}
