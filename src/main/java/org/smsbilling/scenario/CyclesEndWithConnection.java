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

/** Disconnecting sets the text steps of cycles to none and cancels what waits; connecting again restores neither, until somebody edits a step. */
final class CyclesEndWithConnection implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Cycle Ltd", administrator);
        String cycleId = (String) stage.call(administrator, "createSmsCollectionCycle", "organizationPartyId", organization,
                "exampleCycleId", "SMS_EX_STANDARD").get("cycleId");
        String number = stage.data().mobile();
        stage.data().invoice(organization, stage.data().customer("Debtor", number), "41.00");
        Map<String, Object> ends = stage.call(administrator, "getSmsDisconnectConsequences", "organizationPartyId", organization);
        Expect.equal(List.of(Map.of("cycleName", "Standard", "steps", "5")), ends.get("cycles"), "cycles with text steps");
        Expect.contains("confirm", stage.refused(administrator, "disconnectSmsOrganization", "organizationPartyId", organization).toLowerCase(),
                "what is asked for before it is disconnected");
        Map<String, Object> ended = stage.call(administrator, "disconnectSmsOrganization", "organizationPartyId", organization, "confirmed", "Y");
        Expect.equal(5, ended.get("silencedSteps"), "steps that were set to none");
        refusesSms(stage, administrator, cycleId);

        stage.call(administrator, "connectSmsOrganization", "organizationPartyId", organization, "twilioAccountSid", StageData.TWILIO_SID,
                "twilioAuthToken", StageData.TWILIO_TOKEN, "sender", StageData.TWILIO_SENDER);
        Expect.equal(List.of(), stage.call(administrator, "getSmsDisconnectConsequences", "organizationPartyId", organization).get("cycles"),
                "cycles with text steps after connecting again");
        stage.clockToHour(11);
        stage.advanceClock(Duration.ofDays(3));
        stage.call(stage.data().system(), "runSmsReminders");
        Expect.equal(0, stage.outside().texts(number).size(), "texts after connecting again");
    }

    private static void refusesSms(Stage stage, GenericValue administrator, String cycleId) throws Exception {
        Expect.contains("only while the organization is connected", stage.refused(administrator, "saveSmsCollectionStep", "cycleId", cycleId,
                "stepAnchor", "DUE_DATE", "stepDays", "5", "stepSide", "AFTER", "communication", "SMS", "messageType", "OVERDUE_FIRM"),
                "why SMS cannot be chosen");
    }
}
