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
import java.util.Map;
import org.apache.ofbiz.entity.GenericValue;

/** Names with quotes, emoji, markup and Arabic, large amounts and a missing due date go through unharmed. */
final class StrangeNames implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        for (String name : List.of("O'Neil \"Quick\" & Sons", "Café 🥐 Lumière", "Smith <script>alert(1)</script>", "شركة النور")) {
            String organization = stage.data().connectedOrganization("Strange Ltd", administrator);
            String number = stage.data().mobile();
            String invoiceId = stage.data().invoice(organization, stage.data().customer(name, number), "12345678.90");
            Map<String, Object> dialog = Sending.dialog(stage, administrator, invoiceId);
            Expect.equal(Boolean.TRUE, dialog.get("canSend"), "may be sent to " + name);
            String text = Sending.sendAndRead(stage, administrator, invoiceId, number);
            Expect.contains("$12,345,678.90", text, "amount in the text");
            Expect.equal(String.valueOf(dialog.get("message")).length(), text.length(), "length of what was shown and of what was sent");
            Expect.equal("$12,345,678.90", Paying.open(stage, OutsideWorldClient.tokenIn(text)).get("amountText"), "amount on the pay page");
        }
    }
}
