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
package org.smsbilling.paylink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.payment.AttemptState;

/** What a link can do. */
class LinkStateTest {

    private static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");

    @ParameterizedTest(name = "closed {0}, ends {1}, invoice {2} {3}, attempt {4}, takes payments {5}: {6}")
    @CsvSource(nullValues = "-", value = {
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, -,           true,  PAYABLE",
        "-,                 2026-05-01T00:00:00Z, INVOICE_SENT,       10.00, -,           true,  PAYABLE",
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, -,           false, UNAVAILABLE",
        "-,                 2026-05-01T00:00:00Z, INVOICE_IN_PROCESS, 10.00, -,           true,  UNAVAILABLE",
        "-,                 2026-03-04T15:00:01Z, INVOICE_READY,      10.00, -,           true,  PAYABLE",
        "-,                 2026-03-04T15:00:00Z, INVOICE_READY,      10.00, -,           true,  EXPIRED",
        "-,                 2026-03-04T15:00:00Z, INVOICE_READY,      10.00, -,           false, EXPIRED",
        "-,                 2026-05-01T00:00:00Z, INVOICE_PAID,        0.00, -,           true,  PAID",
        "-,                 2026-03-01T00:00:00Z, INVOICE_PAID,        0.00, -,           true,  PAID",
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,       0.00, -,           true,  PAID",
        "PAID,              2026-05-01T00:00:00Z, INVOICE_READY,       0.00, -,           true,  PAID",
        "EXPIRED_BY_CLERK,  2026-05-01T00:00:00Z, INVOICE_READY,      10.00, -,           true,  CLOSED",
        "EXPIRED_BY_CLERK,  2026-05-01T00:00:00Z, INVOICE_PAID,        0.00, -,           true,  PAID",
        "REPLACED,          2026-03-01T00:00:00Z, INVOICE_READY,      10.00, -,           true,  CLOSED",
        "NOT_SENT,          2026-05-01T00:00:00Z, INVOICE_READY,      10.00, -,           true,  CLOSED",
        "-,                 2026-05-01T00:00:00Z, INVOICE_CANCELLED,  10.00, -,           true,  CANCELLED",
        "-,                 2026-05-01T00:00:00Z, INVOICE_WRITEOFF,   10.00, -,           true,  CANCELLED",
        "INVOICE_CANCELLED, 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, -,           true,  CANCELLED",
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, CREATED,     true,  CHECKING",
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, AUTHORIZING, true,  CHECKING",
        "-,                 2026-03-01T00:00:00Z, INVOICE_READY,      10.00, UNKNOWN,     true,  CHECKING",
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, PARTIAL,     true,  CHECKING",
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, APPROVED,    true,  PAID",
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, DECLINED,    true,  PAYABLE",
        "-,                 2026-05-01T00:00:00Z, INVOICE_READY,      10.00, VOIDED,      true,  PAYABLE",
    })
    void followsFromWhatIsKnown(ClosedReason closed, Instant end, String status, BigDecimal outstanding, AttemptState attempt, boolean takes,
            LinkState expected) {
        assertEquals(expected, LinkState.of(Optional.ofNullable(closed), end, List.of(invoice(status, outstanding)), Optional.ofNullable(attempt),
                takes, NOW));
    }

    @Test
    void severalInvoicesArePayableWhileOneIs() {
        Instant end = NOW.plusSeconds(60);
        assertEquals(LinkState.PAYABLE, LinkState.of(Optional.empty(), end, List.of(invoice("INVOICE_PAID", BigDecimal.ZERO),
                invoice("INVOICE_READY", BigDecimal.TEN)), Optional.empty(), true, NOW));
        assertEquals(LinkState.PAID, LinkState.of(Optional.empty(), end, List.of(invoice("INVOICE_PAID", BigDecimal.ZERO),
                invoice("INVOICE_CANCELLED", BigDecimal.TEN)), Optional.empty(), true, NOW));
    }

    @ParameterizedTest
    @EnumSource(ClosedReason.class)
    void closedLinksAreNeverPayable(ClosedReason closed) {
        assertNotEquals(LinkState.PAYABLE, LinkState.of(Optional.of(closed), NOW.plusSeconds(60), List.of(invoice("INVOICE_READY", BigDecimal.TEN)),
                Optional.empty(), true, NOW));
    }

    private static InvoiceFacts invoice(String status, BigDecimal outstanding) {
        return new InvoiceFacts("1", "SALES_INVOICE", status, true, "ORG", "CUSTOMER", "USD", BigDecimal.TEN, outstanding, null, null, Map.of());
    }
}
