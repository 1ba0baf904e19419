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

import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.message.MessageType;
import org.smsbilling.planning.PlannedText;

/** A New York number whose owner lives in California is texted only in hours that both allow, by itself and by a clerk. */
final class WindowOfNumberAndAddress implements Scenario {

    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Two Coasts Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Moved West", number);
        stage.data().livesIn(customer, "USA", "CA");
        String invoiceId = stage.data().invoice(organization, customer, "50.00");
        stage.clockToHour(9);

        PlannedText planned = ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "1").get(0);
        ZonedDateTime leaves = planned.leaves().atZone(CALIFORNIA);
        Expect.equal(8, leaves.getHour(), "hour in California at which the text leaves");
        Object messageId = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        Expect.equal("QUEUED", Sending.outcome(stage, administrator, messageId).get("messageStatus"), "the clerk's text at nine in New York");
        Expect.equal(0, stage.outside().texts(number).size(), "texts before eight in California");
        stage.clockToHour(11);
        stage.outside().text(number, 2);
        stage.clockToHour(21);
        ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "2");
        Expect.equal(2, stage.outside().texts(number).size(), "texts after nine in the evening in New York");
    }
}
