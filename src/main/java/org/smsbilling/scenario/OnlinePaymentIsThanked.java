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

import org.apache.ofbiz.entity.GenericValue;

/** Who pays through the link gets one receipt by itself, which names what was received; with the setting off there is none. */
final class OnlinePaymentIsThanked implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Thankful Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Thanked", number);

        String invoiceId = stage.data().invoice(organization, customer, "73.50");
        Paying.pay(stage, OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number)), Paying.CARD, "73.50");
        stage.advanceClock(Duration.ofSeconds(6));
        Expect.contains("73.50", stage.outside().text(number, 2), "the receipt");
        Happening.outcome(stage, invoiceId, "PLANNED");

        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "receiptOnline", "N");
        String quiet = stage.data().invoice(organization, customer, "74.00");
        Paying.pay(stage, OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, quiet, number)), Paying.CARD, "74.00");
        stage.advanceClock(Duration.ofSeconds(6));
        Happening.outcome(stage, quiet, "NOT_WANTED");
        Expect.equal(3, stage.outside().texts(number).size(), "texts: two invoices and one receipt");
    }
}
