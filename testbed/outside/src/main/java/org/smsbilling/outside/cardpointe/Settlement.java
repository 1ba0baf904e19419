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
package org.smsbilling.outside.cardpointe;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.smsbilling.outside.MovableClock;

/** What becomes of captured money as time goes by. Nothing is stored for that: every answer is worked out from the clock.
 * Batches close at 22:00; cards are funded one, bank accounts two business days later; a bank may return a payment afterwards. */
final class Settlement {
    private static final LocalTime BATCH_CLOSES = LocalTime.of(22, 0);
    private static final LocalTime BANKS_REPORT = LocalTime.of(6, 0);
    private static final int USUAL_RETURN_DAYS = 3;

    private final Clock clock;

    Settlement(Clock clock) {
        this.clock = clock;
    }

    private static ZonedDateTime batchTime(Transaction transaction) {
        ZonedDateTime captured = transaction.captured().atZone(MovableClock.HOME);
        ZonedDateTime sameDay = captured.with(BATCH_CLOSES);
        return captured.isBefore(sameDay) ? sameDay : sameDay.plusDays(1);
    }

    static LocalDate batchDate(Transaction transaction) {
        return batchTime(transaction).toLocalDate();
    }

    String batchId(Transaction transaction) {
        return String.valueOf(batchDate(transaction).toEpochDay());
    }

    boolean batched(Transaction transaction) {
        return transaction.captured() != null && !transaction.voided() && !clock.instant().isBefore(batchTime(transaction).toInstant());
    }

    boolean returned(Transaction transaction) {
        return transaction.returned() != null && !clock.instant().isBefore(transaction.returned());
    }

    /** @return the day on which the money, or the return of it, shows in the merchant's funding; today or later if it is not known yet */
    LocalDate fundingDate(Transaction transaction) {
        return returned(transaction) ? Stamp.date(transaction.returned())
                : businessDaysAfter(batchDate(transaction), transaction.bank() ? 2 : 1);
    }

    /** @return the gateway's settlement status */
    String status(Transaction transaction) {
        if (!transaction.response().approved()) {
            return "Declined";
        }
        if (transaction.voided()) {
            return "Voided";
        }
        if (transaction.captured() == null) {
            return "Authorized";
        }
        if (returned(transaction)) {
            return "Rejected";
        }
        return batched(transaction) ? "Accepted" : "Queued for Capture";
    }

    /** @param days business days after the capture */
    void returnAfter(Transaction transaction, String code, int days) {
        LocalDate day = businessDaysAfter(Stamp.date(transaction.captured()), days);
        transaction.returnAt(day.atTime(BANKS_REPORT).atZone(MovableClock.HOME).toInstant(), code);
    }

    void returnNow(Transaction transaction, String code) {
        Instant now = clock.instant();
        transaction.returnAt(now, code);
    }

    /** Bank accounts whose number ends with 99nn return every payment with the code Rnn. */
    void returnByAccount(Transaction transaction, String number) {
        if (transaction.bank() && number.matches(".*99\\d\\d") && !number.endsWith("00") && !number.endsWith("9999")) {
            returnAfter(transaction, "R" + number.substring(number.length() - 2), USUAL_RETURN_DAYS);
        }
    }

    private static LocalDate businessDaysAfter(LocalDate start, int days) {
        LocalDate day = start;
        for (int left = days; left > 0;) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
