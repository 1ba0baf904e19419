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
package org.smsbilling.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.payment.PaymentProgress.Step;

/** What the payer is told. */
class PaymentProgressTest {

    @ParameterizedTest(name = "{0} {1} partly {2}: {3}, finished {4}")
    @CsvSource(nullValues = "-", value = {
        "CREATED,     -,              false, PROCESSING,      false",
        "AUTHORIZING, -,              false, PROCESSING,      false",
        "UNKNOWN,     '',             false, CHECKING,        false",
        "PARTIAL,     002,            true,  CHECKING,        false",
        "APPROVED,    000,            false, PAID,            true",
        "POSTED,      000,            false, PAID,            true",
        "SETTLED,     000,            false, PAID,            true",
        "DECLINED,    500,            false, DECLINED,        true",
        "RETRY_LATER, 505,            false, TRY_AGAIN,       true",
        "RETRY_LATER, NOT_FOUND,      false, TRY_AGAIN,       true",
        "RETRY_LATER, AMOUNT_CHANGED, false, AMOUNT_CHANGED,  true",
        "RETRY_LATER, LINK_CLOSED,    false, LINK_CLOSED,     true",
        "VOIDED,      -,              true,  PART_TAKEN_BACK, true",
        "VOIDED,      -,              false, TAKEN_BACK,      true",
        "RETURNED,    -,              false, TAKEN_BACK,      true",
    })
    void followsFromTheState(AttemptState state, String code, boolean partly, Step step, boolean finished) {
        assertEquals(step, PaymentProgress.step(state, code, partly));
        assertEquals(finished, step.finished());
    }
}
