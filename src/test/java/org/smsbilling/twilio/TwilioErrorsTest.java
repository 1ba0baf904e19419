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
package org.smsbilling.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an error code asks for. */
class TwilioErrorsTest {

    @ParameterizedTest
    @CsvSource({"21610,OPT_OUT", "21211,NUMBER_UNUSABLE", "21614,NUMBER_UNUSABLE", "21635,NUMBER_UNUSABLE", "21265,NUMBER_UNUSABLE",
        "30005,NUMBER_UNUSABLE", "30006,NUMBER_UNUSABLE", "30001,RETRY", "30003,RETRY", "30008,RETRY", "20429,RETRY", "30004,ALERT", "30007,ALERT",
        "30022,RETRY", "30023,RETRY", "63038,ALERT", "30032,STOP_ORGANIZATION",
        "20003,STOP_ORGANIZATION", "21608,STOP_ORGANIZATION", "30002,STOP_ORGANIZATION", "30034,STOP_ORGANIZATION", "21612,FAIL", "99999,FAIL"})
    void eachCodeHasItsAction(String code, TwilioErrors.Action action) {
        assertEquals(action, TwilioErrors.action(code));
    }

    @Test
    void anUnknownCodeOrNoneFailsTheMessageOnly() {
        assertEquals(TwilioErrors.Action.FAIL, TwilioErrors.action(null));
        assertEquals("SmsBillingTwilio_other", TwilioErrors.labelKey(null));
        assertEquals("SmsBillingTwilio_other", TwilioErrors.labelKey("../../x"));
        assertEquals("SmsBillingTwilio_21610", TwilioErrors.labelKey("21610"));
    }
}
