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

import java.util.Map;
import org.apache.ofbiz.entity.GenericValue;

/** A declined card takes nothing and leaves the link open for another try; a bank account can be used instead. */
final class DeclinedThenPaid implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Declined Ltd", administrator);
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Declined", number), "71.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));

        Map<String, Object> declined = Paying.finished(stage, token, Paying.tap(stage, token, Paying.DECLINED_CARD, "71.00").get("attemptId"));
        Expect.equal("DECLINED", declined.get("step"), "step of a declined card");
        Expect.equal("INVOICE_READY", stage.now("Invoice", "statusId", "invoiceId", invoiceId), "status after the decline");
        Expect.equal("PAYABLE", Paying.state(stage, token), "page after the decline");

        Map<String, Object> started = Paying.tap(stage, token, "CHECKING", Paying.BANK_ACCOUNT, "71.00");
        Expect.equal(Boolean.TRUE, Paying.finished(stage, token, started.get("attemptId")).get("success"), "paying by bank account");
        Expect.soon("paid by the second try", () -> stage.now("Invoice", "statusId", "invoiceId", invoiceId), "INVOICE_PAID"::equals);
        GenericValue attempt = stage.find("SmsPaymentAttempt", "attemptId", started.get("attemptId"));
        Expect.isTrue(attempt.getString("authorizationText") != null && attempt.getTimestamp("authorizationDate") != null, "authorization is kept");
        Expect.equal(null, attempt.getString("accountToken"), "account token after the answer");
    }
}
