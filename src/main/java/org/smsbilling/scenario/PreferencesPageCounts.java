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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.SmsBilling;
import org.smsbilling.message.MessageType;

/** What a customer chooses on the preferences page counts at once; its link shows nothing of anybody, and strangers cannot make one. */
final class PreferencesPageCounts implements Scenario {

    private static final Pattern TOKEN = Pattern.compile("/control/preferences/([A-Za-z0-9_-]{22})$");

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Preferences Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Choosy", number);
        String invoiceId = stage.data().invoice(organization, customer, "49.00");
        stage.clockToHour(10);
        String token = token(organization, number, stage);
        Map<?, ?> page = change(stage, token, "SAVE", "invoices", "Y", "textLanguage", "es");
        Expect.equal("SAVED", page.get("outcome"), "outcome");
        Expect.equal(false, page.get("reminders"), "reminders");
        Expect.isTrue(!String.valueOf(page).contains(number.substring(4)), "the page does not show the number: " + page);

        ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "1");
        Expect.equal("SWITCHED_OFF", ByItself.outcome(stage, invoiceId, "1", customer), "a reminder");
        ByItself.plan(stage, invoiceId, MessageType.NEW_INVOICE, "1b");
        Expect.contains("STOP para no recibir", stage.outside().text(number, 1), "a text about an invoice, in Spanish");
        Expect.contains("STOP para no recibir", String.valueOf(Sending.dialog(stage, administrator, invoiceId).get("message")), "the clerk's dialog");

        change(stage, token, "OPT_OUT");
        ByItself.plan(stage, invoiceId, MessageType.NEW_INVOICE, "2");
        Expect.equal("OPTED_OUT", ByItself.outcome(stage, invoiceId, "2", customer), "after the opt-out");
        Expect.equal("FORM", stage.now("SmsConsentRecord", "consentSource", "organizationPartyId", organization, "contactNumber", number),
                "how it is recorded");
        Expect.contains("198.51.100.0/24", String.valueOf(stage.now("SmsConsentRecord", "evidence", "organizationPartyId", organization,
                "contactNumber", number)), "evidence");
        Expect.equal("OPTED_IN", change(stage, token, "OPT_IN", "textLanguage", "es").get("outcome"), "outcome of the opt-in");
        stage.outside().text(number, 2);
        ByItself.plan(stage, invoiceId, MessageType.NEW_INVOICE, "3");
        stage.outside().text(number, 3);
        Expect.contains("already", stage.refused(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "1"),
                "what asks for a confirmation after texts by themselves");
        Object byHand = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        Expect.equal("es", stage.now("SmsMessage", "localeString", "messageId", byHand), "language of a text by hand");

        String other = stage.data().mobile();
        String reader = stage.data().customer("Reads Spanish", other);
        stage.call(administrator, "saveSmsPreference", "organizationPartyId", organization, "customerPartyId", reader, "partyId", reader,
                "invoices", "Y", "reminders", "Y", "receipts", "Y", "localeString", "es");
        ByItself.plan(stage, stage.data().invoice(organization, reader, "50.00"), MessageType.NEW_INVOICE, "1");
        stage.outside().text(other, 1);
        Expect.equal("es", change(stage, token(organization, other, stage), "SAVE", "invoices", "Y").get("textLanguage"),
                "the language that the page keeps is that of the texts");

        String forged = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        Expect.equal("UNKNOWN", change(stage, forged, "OPT_OUT").get("state"), "a token that nobody made");
        Expect.equal("UNKNOWN", change(stage, "<script>", "OPT_OUT").get("state"), "a token that is none");
    }

    private static Map<?, ?> change(Stage stage, String token, String action, Object... choices) throws Exception {
        Object[] all = new Object[8 + choices.length];
        System.arraycopy(new Object[] {"token", token, "action", action, "remoteAddress", "198.51.100.7", "userAgent", "Phone/1.0"}, 0, all, 0, 8);
        System.arraycopy(choices, 0, all, 8, choices.length);
        return (Map<?, ?>) stage.callPublic("changeSmsPreferences", all).get("preferencesPage");
    }

    private static String token(String organization, String number, Stage stage) throws Exception {
        Matcher token = TOKEN.matcher(SmsBilling.preferencesLinks(stage.delegator()).path(organization, number).orElseThrow());
        Expect.isTrue(token.find(), "the link has a token");
        return token.group(1);
    }
}
