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

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.audit.AuditKind;

/** What a clerk reads beside a line of an invoice's history. */
final class AuditNoteTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PAYMENT_APPROVED         | 1945.00 100000000001                     | $1,945.00 · 100000000001",
        "PAYMENT_REFUNDED         | 5 10010                                  | $5.00 · 10010",
        "PAYMENT_REVERSAL_STARTED | REFUND 5.5                               | Refund $5.50",
        "PAYMENT_POSTED           | 10000                                    | 10000",
        "SMS_CANCELLED            | INVOICE_PAID                             | the invoice is paid",
        "SMS_FAILED               | 21211 Invalid 'To' Phone Number          | 21211 Invalid 'To' Phone Number",
        "SMS_NOBODY               | NO_NUMBER (Pine Cafe)                    | There is no number that texts can reach (Pine Cafe)",
        "LINK_CLOSED              | PAID                                     | Closed: the invoice was paid",
        "EMAIL_NOT_SENT           | EMAIL_NO_ADDRESS                         | The customer has no e-mail address",
        "EMAIL_BEGUN              | EMAIL_SENDING (Pine Cafe)                | It is being sent; if this stays so, the process ended meanwhile "
            + "and nobody knows whether it left (Pine Cafe)",
        "EMAIL_SENT               | EMAIL_SENT                               | ''",
        "REMINDERS_PAUSED         | PROMISE_TO_PAY 2026-03-10: on the phone  | Promise to pay, Mar 10, 2026: on the phone",
        "REMINDERS_PAUSED         | DISPUTE                                  | Dispute",
        "SMS_RECEIVED             | INVOICE_PAID was I told                  | INVOICE_PAID was I told",
        "SMS_SENT                 |                                          | ''"})
    void codesAmountsAndDatesAreWords(AuditKind kind, String kept, String read) {
        assertEquals(read, new AuditNote("USD", Locale.US).text(kind, kept));
    }
}
