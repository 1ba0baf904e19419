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

import org.apache.ofbiz.entity.GenericValue;

/** HELP is answered once: by the carrier where it does so, else from here, and not at all to a machine that goes on asking. */
final class HelpIsAnsweredOnce implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Help Ltd", administrator);

        String carriers = stage.data().mobile();
        Expect.equal("HELP", CustomerText.throughCarrier(stage, carriers, "HELP").handIn(stage, organization), "HELP");
        String ours = stage.data().mobile();
        Expect.equal("HELP", CustomerText.throughCarrier(stage, ours, "Ayuda").handIn(stage, organization), "Ayuda");
        Expect.contains("Help Ltd", stage.outside().text(ours, 1), "brand in the help text");
        Expect.contains("+1 212 555 0100", stage.outside().text(ours, 1), "support phone in the help text");
        Expect.equal(1, stage.outside().texts(carriers).size(), "answers to HELP where the carrier answers");

        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "carrierAnswersKeywords", "N");
        Sending.closeWindow(stage);
        String silent = stage.data().mobile();
        CustomerText help = CustomerText.of(silent, "HELP");
        help.handIn(stage, organization);
        help.handIn(stage, organization);
        Expect.contains("Help Ltd", stage.outside().text(silent, 1), "help text at any hour");
        for (int i = 0; i < 4; i++) {
            CustomerText.of(silent, "info").handIn(stage, organization);
        }
        stage.outside().text(silent, 3);
        String stopped = stage.data().mobile();
        CustomerText.of(stopped, "STOP").handIn(stage, organization);
        Expect.contains("opted out", stage.outside().text(stopped, 1), "confirmation where the carrier gives none");
        Expect.equal(3, stage.outside().texts(silent).size(), "answers to one who goes on asking");
        CustomerText.of(stopped, "START").handIn(stage, organization);
        Expect.contains("you will get texts", stage.outside().text(stopped, 2), "confirmation of START");
        Expect.equal("DONE", CustomerText.conversation(stage, organization, silent).getString("conversationState"), "nothing for a person to do");
    }
}
