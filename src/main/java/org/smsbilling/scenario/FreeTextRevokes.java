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

import java.util.List;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;

/** A revocation in whatever words counts at once and is confirmed by exactly one text; what may be one is decided by a person. */
final class FreeTextRevokes implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Free Text Ltd", administrator);
        for (String words : List.of("please stop texting me", "no m\u00e1s mensajes", "arr\u00eatez de m'envoyer des SMS", "ALTO",
                "Take me off your list!")) {
            String number = stage.data().mobile();
            CustomerText text = CustomerText.throughCarrier(stage, number, words);
            Expect.equal("OPT_OUT", text.handIn(stage, organization), words);
            Expect.equal(ConsentState.OPTED_OUT, consent(stage, organization, number), "consent after " + words);
            Expect.contains("Free Text Ltd: you are opted out", stage.outside().text(number, 1), "confirmation of " + words);
            text.handIn(stage, organization);
            CustomerText.throughCarrier(stage, number, words + "!").handIn(stage, organization);
            settled(stage, organization);
            Expect.equal(1, stage.outside().texts(number).size(), "texts after saying it twice");
        }
        unclear(stage, administrator, organization);
        wrongNumber(stage, organization);
    }

    private static void unclear(Stage stage, GenericValue administrator, String organization) throws Exception {
        String number = stage.data().mobile();
        Expect.equal("UNCLEAR", CustomerText.throughCarrier(stage, number, "Can I stop by the office tomorrow?").handIn(stage, organization),
                "what only looks like it");
        Expect.equal(null, consent(stage, organization, number), "consent while nobody has decided");
        GenericValue conversation = CustomerText.conversation(stage, organization, number);
        Expect.equal("Y", conversation.getString("needsReview"), "review");
        stage.call(administrator, "optOutSmsConversation", "conversationId", conversation.getString("conversationId"));
        Expect.equal(ConsentState.OPTED_OUT, consent(stage, organization, number), "consent after a clerk decided");
        Expect.equal("OPTED_OUT", CustomerText.conversation(stage, organization, number).getString("conversationState"), "state after that");
        settled(stage, organization);
        Expect.equal(0, stage.outside().texts(number).size(), "texts about it");
    }

    private static void wrongNumber(Stage stage, String organization) throws Exception {
        String number = stage.data().mobile();
        Expect.equal("WRONG_NUMBER", CustomerText.throughCarrier(stage, number, "Sorry, wrong number").handIn(stage, organization), "wrong number");
        Expect.equal(ConsentState.OPTED_OUT, consent(stage, organization, number), "consent of a wrong number");
        Expect.equal("OPEN", CustomerText.conversation(stage, organization, number).getString("conversationState"),
                "somebody looks for the right one");
    }

    /** A text that is sent after everything before it shows that nothing else is under way. */
    private static void settled(Stage stage, String organization) throws Exception {
        String number = stage.data().mobile();
        CustomerText.of(number, "ayuda").handIn(stage, organization);
        stage.outside().text(number, 1);
    }

    private static ConsentState consent(Stage stage, String organization, String number) throws Exception {
        return ConsentLedger.current(stage.delegator(), organization, List.of(number)).get(number);
    }
}
