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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.ServiceUtil;
import org.apache.ofbiz.service.ServiceValidationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.delivery.HookStage;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An administrator of one organization tries every service with what belongs to another: nothing is told, and nothing changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {

    /** Jobs and permission services take nothing of an organization; the two lists show what the user may see. */
    private static final Set<String> WITHOUT_IDS = Set.of("resolveAmbiguousSmsMessages", "lookUpSentSmsMessages", "purgeSmsWorkRows",
            "findAmbiguousSmsMessages", "planSmsEvents", "checkSmsConnections", "handleReceivedSmsTexts", "findSmsConversations",
            "smsBillingViewPermission", "smsBillingSendPermission", "smsBillingAdminPermission", "findSmsOrganizations", "resolveOpenSmsPayments",
            "followSmsSettlements", "redactSmsBodies", "reconcileDueSmsPayments", "runSmsReminders", "warnOfSmsCaps");
    /** What no job writes by itself meanwhile. */
    private static final List<String> TABLES = List.of("SmsOrganization", "SmsMessage", "SmsPayLink", "SmsConsent", "SmsConsentRecord",
            "SmsConversation", "SmsConversationAnswer", "SmsPaymentReversal", "SmsTemplate", "SmsCollectionCycle", "SmsCollectionStep",
            "SmsPilotMember", "SmsPreference", "SmsCollectionPause", "Payment");
    private static final String WORDS = "{brand} says: {outstanding} for {invoiceNumber}. Pay here: {link} Reply STOP to opt out.";
    private static final String NUMBER = "+12125550163";

    private final Map<String, Object> theirs = new HashMap<>();
    private HookStage hook;
    private Stage stage;
    private GenericValue stranger;
    private String own;

    @BeforeAll
    void start() throws Exception {
        hook = new HookStage("inbound");
        stage = hook.stage();
        GenericValue administrator = hook.administrator();
        String organization = hook.organization();
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "receiptOnline", "N");
        String customer = stage.data().customer("Victim Person", NUMBER);
        String paid = stage.data().invoice(organization, customer, "44.00");
        Paying.pay(stage, OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, paid, NUMBER)), Paying.CARD, "44.00");
        Object paymentId = Expect.soon("the payment", () -> stage.now("PaymentApplication", "paymentId", "invoiceId", paid), id -> id != null);
        String invoiceId = stage.data().invoice(organization, customer, "77.00");
        Object messageId = Sending.send(stage, administrator, invoiceId, NUMBER).get("messageId");
        Expect.soon("the text", () -> Sending.status(stage, messageId), "DELIVERED"::equals);
        hook.post(hook.address(), hook.signed(Map.of("MessageSid", "SMstranger", "From", NUMBER, "To", StageData.TWILIO_SENDER, "Body",
                "Where is my Hooked bill?")));
        Object conversationId = Expect.soon("the conversation", () -> stage.now("SmsConversation", "conversationId", "organizationPartyId",
                organization, "contactNumber", NUMBER, "conversationState", "OPEN"), id -> id != null);
        Object cycleId = stage.call(administrator, "createSmsCollectionCycle", "organizationPartyId", organization, "cycleName", "Victim cycle",
                "priority", "10").get("cycleId");
        Object templateId = stage.call(administrator, "saveSmsTemplate", "organizationPartyId", organization, "templateName", "Victim words",
                "messageType", "NEW_INVOICE", "channel", "SMS", "localeString", "en", "body", WORDS,
                "defaultForType", "N", "baseVersion", "0").get("templateId");
        theirs.putAll(Map.of("organizationPartyId", organization, "customerPartyId", customer, "partyId", customer, "paymentId", paymentId,
                "invoiceId", invoiceId, "messageId", messageId, "conversationId", conversationId, "cycleId", cycleId, "templateId", templateId,
                "contactNumber", NUMBER));
        stranger = stage.data().user("SMSBILLING_ADMIN");
        own = stage.data().connectedOrganization("Strangers Ltd", stranger);
    }

    @AfterAll
    void stop() {
        hook.close();
    }

    @Test
    void everyServiceThatTakesAnIdRefusesStrangersAndChangesNothing() throws Exception {
        Map<String, List<Element>> services = services();
        services.keySet().removeAll(WITHOUT_IDS);
        assertTrue(services.size() > 45, "services that were found: " + services.keySet());
        Map<String, Object> before = rows();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<Element>> service : services.entrySet()) {
            for (String organization : Set.of((String) theirs.get("organizationPartyId"), own)) {
                Map<String, Object> values = values(service.getValue(), organization);
                boolean ownThings = organization.equals(own) && values.keySet().stream().noneMatch(name -> theirs.get(name) != null
                        && theirs.get(name).equals(values.get(name)) && !"contactNumber".equals(name));
                if (!ownThings) {
                    String told = told(service.getKey(), values);
                    if (told != null) {
                        wrong.add(service.getKey() + (organization.equals(own) ? " by their own organization: " : ": ") + told);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, rows());
    }

    /** @return null when the service refused, or told nothing of the other organization */
    private String told(String service, Map<String, Object> values) throws Exception {
        Map<String, Object> context = new HashMap<>(values);
        context.put("userLogin", stranger);
        Map<String, Object> result;
        try {
            result = stage.dispatcher().runSync(service, context, 600, true);
        } catch (ServiceValidationException e) {
            return "was not even asked: " + e.getMessage();
        }
        String words = String.valueOf(ServiceUtil.isSuccess(result) ? result : ServiceUtil.getErrorMessage(result));
        for (String secret : List.of("Victim", "555-0163", "5550163", "Hooked", "44.00", "77.00")) {
            if (words.contains(secret)) {
                return "tells " + secret + ": " + words;
            }
        }
        return null;
    }

    private Map<String, Object> values(List<Element> attributes, String organization) {
        Map<String, Object> values = new HashMap<>();
        for (Element attribute : attributes) {
            String name = attribute.getAttribute("name");
            if ("organizationPartyId".equals(name)) {
                values.put(name, organization);
            } else if (theirs.containsKey(name)) {
                values.put(name, theirs.get(name));
            } else {
                values.put(name, anything(name, attribute.getAttribute("type")));
            }
        }
        values.remove("waitMillis");
        return values;
    }

    private static Object anything(String name, String type) {
        return switch (type) {
        case "Long" -> 1L;
        case "BigDecimal" -> new BigDecimal("1.00");
        case "Boolean" -> Boolean.TRUE;
        case "String" -> switch (name) {
        case "confirmed", "confirmedResend", "done", "defaultForType" -> "Y";
        case "kind" -> "VOID";
        case "decision" -> "SENT";
        case "consentState" -> "OPTED_OUT";
        case "consentSource" -> "VERBAL";
        case "conversationState" -> "DONE";
        case "messageType" -> "NEW_INVOICE";
        case "channel" -> "SMS";
        case "localeString" -> "en";
        case "body" -> WORDS;
        default -> "1";
        };
        default -> null;
        };
    }

    private static Map<String, List<Element>> services() throws Exception {
        Map<String, List<Element>> services = new TreeMap<>();
        for (File file : Path.of("../../servicedef").toFile().listFiles((folder, name) -> name.startsWith("services") && !name.contains("test"))) {
            NodeList found = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getElementsByTagName("service");
            for (int i = 0; i < found.getLength(); i++) {
                Element service = (Element) found.item(i);
                if ("true".equals(service.getAttribute("auth"))) {
                    services.put(service.getAttribute("name"), in(service));
                }
            }
        }
        return services;
    }

    private static List<Element> in(Element service) {
        List<Element> attributes = new ArrayList<>();
        NodeList found = service.getElementsByTagName("attribute");
        for (int i = 0; i < found.getLength(); i++) {
            Element attribute = (Element) found.item(i);
            if (attribute.getAttribute("mode").startsWith("IN")) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    /** @return all rows of the tables as they are now, but for what was written about the stranger's own organization */
    private Map<String, Object> rows() throws Exception {
        Map<String, Object> rows = new TreeMap<>();
        for (String table : TABLES) {
            Set<String> all = new TreeSet<>();
            for (GenericValue row : EntityQuery.use(stage.delegator()).from(table).queryList()) {
                if (!row.getModelEntity().isField("organizationPartyId") || !own.equals(row.getString("organizationPartyId"))) {
                    all.add(new TreeMap<>(row.getAllFields()).toString());
                }
            }
            rows.put(table, all);
        }
        return rows;
    }
}
