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
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;

/** What a customer writes reaches the inbox of his organization with customer and invoice beside it, and is answered from there within the rules. */
final class ReplyReachesInbox implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        GenericValue clerk = stage.data().user("SMSBILLING_CLERK");
        String organization = stage.data().connectedOrganization("Inbox Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Replying " + number.substring(8), number);
        String invoiceId = stage.data().invoice(organization, customer, "120.00");
        Sending.sendAndRead(stage, administrator, invoiceId, number);
        String question = "Can I pay <half> now & ${half} later?";
        Expect.equal("REPLY", CustomerText.throughCarrier(stage, number, question).handIn(stage, organization), "a question");
        Object id = CustomerText.conversation(stage, organization, number).get("conversationId");

        stage.refused(clerk, "getSmsConversation", "conversationId", id);
        stage.refused(clerk, "answerSmsConversation", "conversationId", id, "answerNumber", "1", "replyText", "Hello");
        Expect.equal(List.of(), found(stage, clerk, "Replying"), "conversations of other organizations");
        stage.data().employ(organization, clerk);
        Expect.equal(id, found(stage, clerk, "replying " + number.substring(8)).get(0).get("conversationId"), "found by name");
        Expect.equal(id, found(stage, clerk, number.substring(2, 5) + " " + number.substring(5)).get(0).get("conversationId"), "found by number");

        Map<String, Object> shown = show(stage, clerk, id);
        Expect.equal(customer, shown.get("customerPartyId"), "customer beside it");
        Expect.equal(invoiceId, first(shown, "invoices").get("invoiceId"), "invoice beside it");
        Expect.equal("$120.00 open of $120.00", first(shown, "invoices").get("outstandingText"), "what is open");
        Expect.equal(question, rows(shown, "texts").get(1).get("body"), "text as it was written");

        answers(stage, clerk, id, number, invoiceId);
        stage.call(clerk, "moveSmsConversation", "conversationId", id, "conversationState", "DONE");
        Expect.equal(List.of(), found(stage, clerk, "Replying " + number.substring(8)), "open conversations when it is done");
        strangers(stage, clerk, organization);
        CustomerText.throughCarrier(stage, number, "STOP").handIn(stage, organization);
        Expect.contains("opted out", stage.refused(clerk, "answerSmsConversation", "conversationId", id, "answerNumber", "3", "replyText", "Wait!"),
                "answer to who has opted out");
    }

    private static void answers(Stage stage, GenericValue clerk, Object id, String number, String invoiceId) throws Exception {
        Expect.contains("Type an answer", stage.refused(clerk, "answerSmsConversation", "conversationId", id, "answerNumber", "1", "replyText",
                " \n"), "an empty answer");
        Expect.contains("1601", stage.refused(clerk, "answerSmsConversation", "conversationId", id, "answerNumber", "1", "replyText",
                "x".repeat(1601)), "an answer that is too long");
        Object first = answer(stage, clerk, id, "1", "Yes: <half> is fine & {brand} ${1+1}").get("messageId");
        Expect.equal(first, answer(stage, clerk, id, "1", "Yes: <half> is fine & {brand} ${1+1}").get("messageId"), "the form sent twice");
        Expect.contains("Somebody else", stage.refused(clerk, "answerSmsConversation", "conversationId", id, "answerNumber", "1", "replyText", "No"),
                "another answer by a stale page");
        Expect.equal("Yes: <half> is fine & {brand} ${1+1}", stage.outside().text(number, 2), "answer as it was typed");
        Expect.equal(1L, EntityQuery.use(stage.delegator()).from("SmsAuditEvent").where("invoiceId", invoiceId,
                "auditKind", "CLERK_ANSWERED").queryCount(), "answer in the history of the invoice");
        Sending.closeWindow(stage);
        Map<String, Object> late = answer(stage, clerk, id, "2", "Good night");
        Expect.equal("QUEUED", Sending.status(stage, late.get("messageId")), "an answer outside the hours");
        Expect.contains("8:00", String.valueOf(late.get("successMessage")).replace('\u202f', ' '), "when it leaves");
        stage.clockToHour(10);
        Expect.equal("Good night", stage.outside().text(number, 3), "answer in the morning");
    }

    /** A number that was never texted is found among the customers of the organization, however it is typed there. */
    private static void strangers(Stage stage, GenericValue clerk, String organization) throws Exception {
        String number = stage.data().mobile();
        String typed = "(" + number.substring(2, 5) + ") " + number.substring(5, 8) + "-" + number.substring(8);
        String customer = stage.data().customer("Never Texted", typed);
        CustomerText.of(number, "Hello?").handIn(stage, organization);
        Expect.equal(null, CustomerText.conversation(stage, organization, number).get("customerPartyId"), "somebody else's customer");
        stage.data().invoice(organization, customer, "10.00");
        CustomerText.of(number, "Anybody?").handIn(stage, organization);
        Expect.equal(customer, CustomerText.conversation(stage, organization, number).get("customerPartyId"), "the organization's own customer");
        Object id = CustomerText.conversation(stage, organization, number).get("conversationId");
        Expect.equal("OPEN", show(stage, clerk, id).get("conversationState"), "state of the new conversation");
    }

    private static Map<String, Object> answer(Stage stage, GenericValue clerk, Object id, String number, String text) throws GenericServiceException {
        return stage.call(clerk, "answerSmsConversation", "conversationId", id, "answerNumber", number, "replyText", text);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> found(Stage stage, GenericValue clerk, String search) throws GenericServiceException {
        return (List<Map<String, Object>>) stage.call(clerk, "findSmsConversations", "search", search).get("conversations");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> show(Stage stage, GenericValue clerk, Object id) throws GenericServiceException {
        return (Map<String, Object>) stage.call(clerk, "getSmsConversation", "conversationId", id).get("conversation");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> shown, String name) {
        return (List<Map<String, Object>>) shown.get(name);
    }

    private static Map<String, Object> first(Map<String, Object> shown, String name) {
        return rows(shown, name).get(0);
    }
}
