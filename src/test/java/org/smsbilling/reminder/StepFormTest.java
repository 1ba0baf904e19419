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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.smsbilling.organization.OrganizationSettings;

class StepFormTest {

    private static final Map<String, Object> CONNECTED = Map.of("organizationPartyId", "ORG", "connected", "Y", "twilioAccountSid", "AC1",
            "twilioAuthToken", "t", "sender", "+15005550006");

    @Test
    void daysBeforeAreNegative() {
        StepForm form = check(CONNECTED, "stepDays", "3", "stepSide", "BEFORE", "communication", "SMS", "messageType", "UPCOMING", "sendHour", "9");
        assertEquals(List.of(), form.problems());
        assertEquals(-3L, form.values().get("offsetDays"));
        assertEquals(9L, form.values().get("sendHour"));
    }

    @Test
    void aStepSaysOnlyWhatIsTrueOnItsDay() {
        assertEquals("SmsBillingStepWrongType_BEFORE", problem("stepDays", "3", "stepSide", "BEFORE", "messageType", "OVERDUE_FIRM"));
        assertEquals("SmsBillingStepWrongType_TODAY", problem("stepDays", "0", "messageType", "UPCOMING"));
        assertEquals("SmsBillingStepWrongType_AFTER", problem("stepDays", "1", "stepSide", "AFTER", "messageType", "DUE_TODAY"));
        assertEquals("SmsBillingStepWrongType_PAYMENT", problem("stepAnchor", "PAYMENT", "messageType", "OVERDUE_FIRM"));
    }

    @Test
    void whatIsWrongIsSaid() {
        assertEquals("SmsBillingStepWrongDays", problem("stepDays", "-1"));
        assertEquals("SmsBillingStepWrongDays", problem("stepDays", "366", "stepSide", "AFTER", "messageType", "OVERDUE_FIRM", "x", "y"));
        assertEquals("SmsBillingStepHourClosed", problem("communication", "SMS", "sendHour", "22"));
        assertEquals("SmsBillingStepRepeatNeedsBoth", problem("stepDays", "5", "messageType", "OVERDUE_FIRM", "repeatEveryDays", "7"));
        assertEquals("SmsBillingStepRepeatOverdueOnly", problem("stepDays", "0", "repeatEveryDays", "7", "repeatMaximum", "2"));
        assertEquals("SmsBillingStepWrongLateFee", problem("lateFee", "a lot"));
        assertEquals("SmsBillingStepWrongCommunication", problem("communication", "PIGEON"));
    }

    @Test
    void eventsMayBeToldByEmail() {
        assertEquals("", problem("stepAnchor", "BILLING", "communication", "EMAIL"));
        assertEquals("", problem("stepAnchor", "PAYMENT", "communication", "EMAIL", "messageType", "RECEIPT"));
    }

    @Test
    void smsNeedsAConnection() {
        StepForm form = check(Map.of("organizationPartyId", "ORG"), "communication", "SMS");
        assertEquals("SmsBillingStepNotConnected", form.problems().get(0).labelKey());
        assertEquals(List.of(), check(Map.of("organizationPartyId", "ORG"), "communication", "EMAIL").problems());
    }

    @Test
    void anAmountHasUpToThreeDecimals() {
        assertEquals(new BigDecimal("1.250"), check(CONNECTED, "lateFee", " 1.250 ").values().get("lateFee"));
    }

    private static String problem(String... nameValues) {
        List<FormProblem> problems = check(CONNECTED, nameValues).problems();
        return problems.isEmpty() ? "" : problems.get(0).labelKey();
    }

    private static StepForm check(Map<String, Object> settings, String... nameValues) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < nameValues.length; i += 2) {
            texts.put(nameValues[i], nameValues[i + 1]);
        }
        return StepForm.check(texts, OrganizationSettings.of(settings, "Oak"));
    }
}
