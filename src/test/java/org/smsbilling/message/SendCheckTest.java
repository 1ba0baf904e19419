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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.organization.NotReady;
import org.smsbilling.organization.SendingHours;

/** What becomes of a message whose turn it is. */
class SendCheckTest {

    private static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-03-05T04:00:00Z");

    @Test
    void anOpenInvoiceInTheHoursIsSentAndValidUntilTheyEnd() {
        InvoiceFacts invoice = invoice("INVOICE_READY", "10.00", true);
        assertEquals(new SendDecision.Send(List.of(invoice), Duration.ofHours(9)), check(Optional.empty(), null, List.of(invoice)).decide(NOON));
    }

    @Test
    void noCarrierKeepsATextForMoreThanTenHours() {
        InvoiceFacts invoice = invoice("INVOICE_SENT", "10.00", true);
        assertEquals(new SendDecision.Send(List.of(invoice), Duration.ofHours(10)),
                check(Optional.empty(), ConsentState.OPTED_IN, List.of(invoice)).decide(Instant.parse("2026-03-04T13:00:00Z")));
    }

    @Test
    void atNightItWaitsForTheMorning() {
        assertEquals(new SendDecision.Wait(Instant.parse("2026-03-05T13:00:00Z"), MessageReason.OUTSIDE_HOURS),
                check(Optional.empty(), null, List.of(invoice("INVOICE_READY", "10.00", true))).decide(NIGHT));
    }

    @ParameterizedTest
    @CsvSource({"OPTED_OUT, OPTED_OUT", "UNUSABLE, UNUSABLE"})
    void consentComesBeforeHours(ConsentState consent, MessageReason reason) {
        assertEquals(new SendDecision.Cancel(reason),
                check(Optional.empty(), consent, List.of(invoice("INVOICE_READY", "10.00", true))).decide(NIGHT));
    }

    @ParameterizedTest
    @CsvSource({"INVOICE_PAID, 0.00, INVOICE_PAID", "INVOICE_CANCELLED, 10.00, INVOICE_CANCELLED", "INVOICE_WRITEOFF, 10.00, INVOICE_WRITTEN_OFF",
            "INVOICE_IN_PROCESS, 10.00, INVOICE_IN_PROCESS", "INVOICE_READY, 0.00, INVOICE_NOTHING_OUTSTANDING",
            "INVOICE_READY, -5.00, INVOICE_NOTHING_OUTSTANDING", "SOMETHING_ELSE, 10.00, INVOICE_NOT_OPEN", ", 10.00, INVOICE_NOT_OPEN"})
    void anInvoiceThatCannotBePaidCancels(String statusId, String outstanding, MessageReason reason) {
        assertEquals(new SendDecision.Cancel(reason), check(Optional.empty(), null, List.of(invoice(statusId, outstanding, true))).decide(NOON));
    }

    @Test
    void aPurchaseInvoiceAndAMissingOneCancel() {
        assertEquals(new SendDecision.Cancel(MessageReason.INVOICE_NOT_SALES),
                check(Optional.empty(), null, List.of(invoice("INVOICE_READY", "10.00", false))).decide(NOON));
        assertEquals(new SendDecision.Cancel(MessageReason.INVOICE_NOT_FOUND), check(Optional.empty(), null, List.of()).decide(NOON));
    }

    @Test
    void ofSeveralInvoicesThePaidOnesAreLeftOut() {
        InvoiceFacts open = invoice("INVOICE_READY", "10.00", true);
        assertEquals(new SendDecision.Send(List.of(open), Duration.ofHours(9)),
                check(Optional.empty(), null, List.of(invoice("INVOICE_PAID", "0.00", true), open)).decide(NOON));
    }

    @Test
    void aDisconnectedOrganizationCancelsAndAStoppedOneWaitsForADay() {
        List<InvoiceFacts> invoices = List.of(invoice("INVOICE_READY", "10.00", true));
        assertEquals(new SendDecision.Cancel(MessageReason.NOT_CONNECTED), check(Optional.of(NotReady.NOT_CONNECTED), null, invoices).decide(NOON));
        SendCheck stopped = check(Optional.of(NotReady.STOPPED), null, invoices);
        assertEquals(new SendDecision.Wait(Instant.parse("2026-03-04T17:10:00Z"), MessageReason.STOPPED), stopped.decide(NOON));
        assertEquals(new SendDecision.Cancel(MessageReason.STOPPED), stopped.decide(Instant.parse("2026-03-05T17:00:00Z")));
    }

    @ParameterizedTest
    @EnumSource(NotReady.class)
    void everyStateOfAnOrganizationHasAReason(NotReady notReady) {
        assertEquals(notReady.name(), MessageReason.of(notReady).name());
    }

    @ParameterizedTest
    @EnumSource(InvoiceObstacle.class)
    void everyObstacleHasAReason(InvoiceObstacle obstacle) {
        assertEquals("INVOICE_" + obstacle.name(), MessageReason.of(obstacle).name());
    }

    private static SendCheck check(Optional<NotReady> notReady, ConsentState consent, List<InvoiceFacts> invoices) {
        SendWindow window = new SendWindow(new SendingHours(8, 21), Set.of(ZoneId.of("America/New_York")));
        return new SendCheck(MessageType.NEW_INVOICE, notReady, consent, invoices, window, Instant.parse("2026-03-04T17:00:00Z"), SendLimits.NONE);
    }

    private static InvoiceFacts invoice(String statusId, String outstanding, boolean sales) {
        return new InvoiceFacts("10000", "SALES_INVOICE", statusId, sales, "Company", "Customer", "USD", new BigDecimal("10.00"),
                new BigDecimal(outstanding), null, null, Map.of());
    }
}
