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
package org.smsbilling.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;

/** A rent month by itself: billed, reminded, due, overdue with a late fee, paid, thanked; and nothing more after that. */
final class RentMonth implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(11);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Rent Ltd", administrator);
        String cycleId = (String) stage.call(administrator, "createSmsCollectionCycle", "organizationPartyId", organization,
                "exampleCycleId", "SMS_EX_RENT").get("cycleId");
        giveLateFee(stage, administrator, cycleId);
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Tenant", number), "950.00");

        Expect.contains("950.00", stage.outside().text(number, 1), "text when the rent is billed");
        passDays(stage, 7);
        Expect.contains(invoiceId, stage.outside().text(number, 2), "text three days before it is due");
        passDays(stage, 3);
        stage.outside().text(number, 3);
        remind(stage);
        passDays(stage, 3);
        String late = stage.outside().text(number, 4);
        Expect.contains("50.00", late, "late fee in the text three days after");
        Paying.pay(stage, OutsideWorldClient.tokenIn(late), Paying.CARD, "950.00");
        Expect.contains("950.00", stage.outside().text(number, 5), "thanks for the payment");
        passDays(stage, 7);
        Expect.equal(5, stage.outside().texts(number).size(), "texts in all");
    }

    @SuppressWarnings("unchecked")
    private static void giveLateFee(Stage stage, GenericValue administrator, String cycleId) throws Exception {
        Map<String, Object> cycle = (Map<String, Object>) stage.call(administrator, "getSmsCollectionCycle", "cycleId", cycleId).get("cycle");
        Map<String, Object> step = ((List<Map<String, Object>>) cycle.get("steps")).stream()
                .filter(one -> "DUE_DATE".equals(one.get("stepAnchor")) && "3".equals(one.get("stepDays")) && "AFTER".equals(one.get("stepSide")))
                .findFirst().orElseThrow();
        stage.call(administrator, "saveSmsCollectionStep", "cycleId", cycleId, "stepId", step.get("stepId"), "stepAnchor", "DUE_DATE",
                "stepDays", "3", "stepSide", "AFTER", "communication", "SMS", "messageType", "OVERDUE_FIRM", "sendHour", "10", "lateFee", "50.00");
    }

    private static void passDays(Stage stage, int days) throws Exception {
        stage.advanceClock(Duration.ofDays(days));
        remind(stage);
    }

    /** The job, which comes by itself as well. */
    private static void remind(Stage stage) throws Exception {
        stage.call(stage.data().system(), "runSmsReminders");
    }
}
