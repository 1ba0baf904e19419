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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * An organization writes a text of its own: it is checked, tried out and used from the next message on, its versions are kept, and what ships is used
 * again when the text is taken out of use. Other organizations have nothing of it.
 */
final class TemplatesAreTheOrganizations implements Scenario {

    private static final String FIRST = "{brand} says: [[{unit} ]]{outstanding} for {invoiceNumber}. Pay here: {link} Reply STOP to opt out.";

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(11);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Maple Homes", administrator);
        String other = stage.data().connectedOrganization("Other Homes", administrator);
        GenericValue clerk = stage.data().user("SMSBILLING_CLERK");
        stage.data().employ(organization, clerk);
        stage.data().employ(other, clerk);

        wrongTextsAreRefused(stage, administrator, clerk, organization);
        String template = (String) save(stage, administrator, organization, "", "0", FIRST).get("templateId");
        theOwnTextIsUsed(stage, clerk, organization, other, template);
        versionsAreKept(stage, administrator, clerk, organization, template);
        theLanguageOfTheOrganization(stage, administrator, clerk, organization);
        aTestIsSentOnce(stage, administrator, organization);
        Expect.isTrue(stage.refused(administrator, "saveSmsTemplate", "organizationPartyId", other, "templateId", template, "body", FIRST,
                "baseVersion", "3").contains(template), "a template of another organization is none");
    }

    private static void wrongTextsAreRefused(Stage stage, GenericValue administrator, GenericValue clerk, String organization) throws Exception {
        for (String[] wrong : new String[][] {{"{brand} {duedate} {link}", "Did you mean {dueDate}?"}, {"{brand} {link", "not closed"},
            {"{brand}: pay!", "{link} has to be in the text"}, {"{brand} {link} {code}", "{code} never has a value"}, {"", "empty"},
            {"{brand} ${groovy:System.exit(1)} {link}", "there is no token"}, {"{brand} [[ {dueDate} {link}", "not closed with ]]"},
            {"{brand} {link} " + "a".repeat(1600), "longer than 1600"}}) {
            String said = stage.refused(administrator, "saveSmsTemplate", "organizationPartyId", organization, "messageType", "NEW_INVOICE",
                    "channel", "SMS", "localeString", "en", "body", wrong[0], "baseVersion", "0");
            Expect.contains(wrong[1], said, "refusal of <" + wrong[0] + ">");
        }
        stage.refused(clerk, "saveSmsTemplate", "organizationPartyId", organization, "messageType", "NEW_INVOICE", "channel", "SMS",
                "localeString", "en", "body", FIRST, "baseVersion", "0");
        Expect.equal(0L, EntityQuery.use(stage.delegator()).from("SmsTemplate").where("organizationPartyId", organization).queryCount(),
                "templates after refusals");
    }

    private static void theOwnTextIsUsed(Stage stage, GenericValue clerk, String organization, String other, String template) throws Exception {
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("<b>{link}</b>", number), "80.00");
        stage.delegator().create("InvoiceAttribute", "invoiceId", invoiceId, "attrName", "unit", "attrValue", "{brand} 4B");
        Expect.contains("Maple Homes says: {brand} 4B $80.00 for " + invoiceId, (String) Sending.dialog(stage, clerk, invoiceId).get("message"),
                "text in the dialog");
        Map<String, Object> sent = Sending.send(stage, clerk, invoiceId, number);
        Expect.contains("Maple Homes says: {brand} 4B $80.00 for " + invoiceId + ". Pay here: ", stage.outside().text(number, 1), "own text");
        Expect.soon("template of the message", () -> stage.now("SmsMessage", "templateId", "messageId", sent.get("messageId")), template::equals);
        Expect.equal(1L, stage.now("SmsMessage", "templateVersion", "messageId", sent.get("messageId")), "version of the message");
        String elsewhere = stage.data().mobile();
        Expect.contains("Other Homes: invoice ", Sending.sendAndRead(stage, clerk, stage.data().invoice(other, stage.data().customer("C", elsewhere),
                "80.00"), elsewhere), "text of another organization");
    }

    private static void versionsAreKept(Stage stage, GenericValue administrator, GenericValue clerk, String organization, String template)
            throws Exception {
        Expect.equal(2L, save(stage, administrator, organization, template, "1", "{brand} two: {link} STOP").get("version"), "second version");
        Expect.contains("changed meanwhile", stage.refused(administrator, "saveSmsTemplate", "organizationPartyId", organization, "templateId",
                template, "baseVersion", "1", "body", FIRST), "saving over a version that was not seen");
        Expect.equal(2L, save(stage, administrator, organization, template, "2", "{brand} two: {link} STOP").get("version"), "the same text again");
        stage.call(administrator, "restoreSmsTemplateVersion", "organizationPartyId", organization, "templateId", template, "version", 1L);
        Expect.equal(3L, stage.now("SmsTemplate", "activeVersion", "templateId", template), "version after restoring");
        Expect.equal(FIRST, stage.now("SmsTemplateVersion", "body", "templateId", template, "version", 3L), "restored text");
        Expect.equal("{brand} two: {link} STOP", stage.now("SmsTemplateVersion", "body", "templateId", template, "version", 2L), "former text");
        stage.call(administrator, "resetSmsTemplate", "organizationPartyId", organization, "templateId", template);
        Expect.contains("Maple Homes: invoice ", text(stage, clerk, organization), "shipped text after the reset");
        Expect.equal(4L, save(stage, administrator, organization, "", "0", FIRST).get("version"), "an own text again, after its former versions");
        Expect.contains("Maple Homes says: ", text(stage, clerk, organization), "own text again");
    }

    private static void theLanguageOfTheOrganization(Stage stage, GenericValue administrator, GenericValue clerk, String organization)
            throws Exception {
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "localeString", "fr");
        Expect.contains("Maple Homes : facture ", text(stage, clerk, organization), "shipped text in French");
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "localeString", "en");
        List<?> all = (List<?>) stage.call(clerk, "findSmsTemplates", "organizationPartyId", organization, "channel", "SMS").get("templates");
        Expect.equal(39, all.size(), "texts of thirteen types in three languages");
        Expect.equal(1L, all.stream().filter(row -> Boolean.TRUE.equals(((Map<?, ?>) row).get("own"))).count(), "own texts");
    }

    private static void aTestIsSentOnce(Stage stage, GenericValue administrator, String organization) throws Exception {
        String number = stage.data().mobile();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> presses = IntStream.range(0, 4).<Callable<Object>>mapToObj(any -> () -> stage.call(administrator,
                    "sendSmsTemplateTest", "organizationPartyId", organization, "messageType", "UPCOMING", "channel", "SMS", "localeString", "en",
                    "body", "{brand}: try {link} STOP", "testId", "press-" + organization, "contactNumber", number).get("messageId")).toList();
            Object first = null;
            for (Future<Object> press : threads.invokeAll(presses)) {
                first = first == null ? press.get() : first;
                Expect.equal(first, press.get(), "message of each press");
            }
        } finally {
            threads.shutdownNow();
        }
        Expect.contains("TEST: Maple Homes: try " + StageData.PUBLIC_BASE + "/pay/control/p/sample-link-not-to-pay", stage.outside().text(number, 1),
                "test");
        Expect.equal(1, stage.outside().texts(number).size(), "texts of four presses");
        stage.call(administrator, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", number, "consentState", "OPTED_OUT",
                "consentSource", "CLERK", "evidence", "said so");
        Expect.contains("opted out", stage.refused(administrator, "sendSmsTemplateTest", "organizationPartyId", organization,
                "messageType", "UPCOMING", "channel", "SMS", "localeString", "en", "body", "{brand}: try {link} STOP",
                "testId", "other-" + organization,
                "contactNumber", number), "test to a number that opted out");
        Map<?, ?> page = (Map<?, ?>) stage.callPublic("openSmsPayLink", "token", "sample-link-not-to-pay").get("payPage");
        Expect.equal("SAMPLE", page.get("state"), "page of the sample link");
    }

    private static Map<String, Object> save(Stage stage, GenericValue administrator, String organization, String template, String seen, String body)
            throws Exception {
        return stage.call(administrator, "saveSmsTemplate", "organizationPartyId", organization, "templateId", template, "messageType", "NEW_INVOICE",
                "channel", "SMS", "localeString", "en", "baseVersion", seen, "body", body);
    }

    private static String text(Stage stage, GenericValue clerk, String organization) throws Exception {
        String number = stage.data().mobile();
        return Sending.sendAndRead(stage, clerk, stage.data().invoice(organization, stage.data().customer("C", number), "80.00"), number);
    }
}
