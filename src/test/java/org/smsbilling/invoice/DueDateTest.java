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
package org.smsbilling.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

/** When an invoice is due. */
class DueDateTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void theDateOnTheInvoiceCounts() {
        assertEquals(LocalDate.parse("2026-03-31"), DueDate.of(Instant.parse("2026-04-01T03:59:59Z"), Instant.parse("2026-03-01T12:00:00Z"),
                List.of(5L), NEW_YORK, ZoneOffset.UTC));
    }

    @Test
    void aDayWithoutATimeIsThatDayInEveryZone() {
        assertEquals(LocalDate.parse("2026-03-08"), DueDate.of(Instant.parse("2026-03-08T00:00:00Z"), null, List.of(), NEW_YORK, ZoneOffset.UTC));
        assertEquals(LocalDate.parse("2026-03-07"), DueDate.of(Instant.parse("2026-03-08T00:00:00Z"), null, List.of(), NEW_YORK, NEW_YORK));
        assertEquals(LocalDate.parse("2026-03-11"), DueDate.of(null, Instant.parse("2026-03-01T00:00:00Z"), List.of(10L), NEW_YORK, ZoneOffset.UTC));
    }

    @Test
    void elseTheTermCountsFromTheInvoiceDateInTheOrganizationsZone() {
        assertEquals(LocalDate.parse("2026-03-30"), DueDate.of(null, Instant.parse("2026-03-01T03:00:00Z"), List.of(30L), NEW_YORK, ZoneOffset.UTC));
        assertEquals(LocalDate.parse("2024-02-29"), DueDate.of(null, Instant.parse("2024-01-30T15:00:00Z"), List.of(30L), NEW_YORK, ZoneOffset.UTC));
    }

    @Test
    void ofSeveralTermsTheFirstThatFallsDueCounts() {
        assertEquals(LocalDate.parse("2026-03-11"),
                DueDate.of(null, Instant.parse("2026-03-01T15:00:00Z"), List.of(30L, 10L, 60L), NEW_YORK, ZoneOffset.UTC));
    }

    @Test
    void ofPartsThoseThatArePaidDoNotCount() {
        List<PaymentTerm> halves = List.of(new PaymentTerm(60, new BigDecimal("50")), new PaymentTerm(30, new BigDecimal("50")));
        assertEquals(List.of(30L, 60L), PaymentTerm.open(halves, new BigDecimal("100.01"), new BigDecimal("50.00")));
        assertEquals(List.of(60L), PaymentTerm.open(halves, new BigDecimal("100.01"), new BigDecimal("50.01")));
        assertEquals(List.of(60L), PaymentTerm.open(halves, new BigDecimal("100.01"), new BigDecimal("100.01")));
    }

    @Test
    void withoutPartsEveryTermCounts() {
        List<PaymentTerm> terms = List.of(new PaymentTerm(30, null), new PaymentTerm(10, new BigDecimal("50")));
        assertEquals(List.of(10L, 30L), PaymentTerm.open(terms, new BigDecimal("100"), new BigDecimal("99")));
        assertEquals(List.of(), PaymentTerm.open(List.of(), new BigDecimal("100"), BigDecimal.ZERO));
    }

    @Test
    void withoutDateAndTermThereIsNone() {
        assertNull(DueDate.of(null, Instant.parse("2026-03-01T15:00:00Z"), List.of(), NEW_YORK, ZoneOffset.UTC));
        assertNull(DueDate.of(null, null, List.of(30L), NEW_YORK, ZoneOffset.UTC));
    }
}
