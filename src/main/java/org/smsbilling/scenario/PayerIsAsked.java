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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.ofbiz.entity.GenericValue;

/** Where the organization wants it, a link alone shows nothing: first the postal code or a code by text, with few tries. */
final class PayerIsAsked implements Scenario {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Asked Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Asked", number);
        stage.data().address(customer, "10004-1234");
        String invoiceId = stage.data().invoice(organization, customer, "55.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "payPageCheck", "POSTAL_CODE");

        Map<String, Object> asked = open(stage, token, null);
        Expect.equal("CONFIRM", asked.get("state"), "page of the link alone");
        Expect.equal("POSTAL_CODE", asked.get("check"), "what it asks");
        Expect.isTrue(!asked.toString().contains(invoiceId) && !asked.toString().contains("55.00"), "the page tells nothing: " + asked);
        Expect.equal("CHECK_FIRST", Paying.tap(stage, token, Paying.CARD, "55.00").get("reason"), "paying without the answer");
        Expect.equal("WRONG", confirm(stage, token, "10005").get("outcome"), "a wrong postal code");
        Map<String, Object> right = confirm(stage, token, " 10004 ");
        Expect.equal("PASSED", right.get("outcome"), "the right postal code");
        Expect.equal("PAYABLE", open(stage, token, right.get("grant")).get("state"), "page with the grant");
        Expect.equal("CONFIRM", open(stage, token, "AAAAAAAAAAAAAAAAAAAAAA").get("state"), "page with another grant");
        for (int hour = 0; hour < 3; hour++) {
            Expect.equal("POSTAL_CODE", open(stage, token, null).get("check"), "what is asked in hour " + hour);
            for (int i = 0; i < 5; i++) {
                Expect.equal("WRONG", confirm(stage, token, "1000" + (5 + i % 5)).get("outcome"), "wrong again");
            }
            if (hour < 2) {
                Expect.equal("TOO_MANY_TRIES", confirm(stage, token, "10004").get("outcome"), "the sixth try of an hour");
            }
            stage.advanceClock(Duration.ofMinutes(61));
        }
        Expect.equal("ONE_TIME_CODE", open(stage, token, null).get("check"), "what is asked of somebody who tries postal codes");

        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "payPageCheck", "ONE_TIME_CODE");
        String second = stage.data().invoice(organization, customer, "56.00");
        String other = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, second, number));
        int before = stage.outside().texts(number).size();
        Expect.equal("SENT", stage.callPublic("sendSmsPayerCode", "token", other).get("outcome"), "asking for a code");
        Matcher code = CODE.matcher(stage.outside().text(number, before + 1));
        Expect.isTrue(code.find(), "a code of six digits in the text");
        Expect.equal("PASSED", confirm(stage, other, code.group(1)).get("outcome"), "the code");
        Expect.equal("WRONG", confirm(stage, other, code.group(1)).get("outcome"), "the code once more");
        stage.call(administrator, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", number, "consentState", "OPTED_OUT",
                "consentSource", "CLERK", "evidence", "called us");
        Expect.equal("NOT_POSSIBLE", stage.callPublic("sendSmsPayerCode", "token", other).get("outcome"), "a code to who wants no texts");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> open(Stage stage, String token, Object grant) throws Exception {
        return (Map<String, Object>) stage.callPublic("openSmsPayLink", "token", token, "grant", grant, "remoteAddress", "192.0.2.78",
                "userAgent", "Mozilla/5.0 (iPhone)").get("payPage");
    }

    private static Map<String, Object> confirm(Stage stage, String token, String answer) throws Exception {
        return stage.callPublic("confirmSmsPayer", "token", token, "answer", answer, "remoteAddress", "198.51.100.78");
    }
}
