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
package org.smsbilling.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.paylink.ClosedReason;
import org.smsbilling.recipient.RecipientPurpose;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The words of messages as they are in the file that ships. */
class MessageLabelsTest {

    private static final Map<String, String> WORDS = new HashMap<>();

    @BeforeAll
    static void read() throws Exception {
        NodeList values = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Path.of("../../config/SmsBillingMessageLabels.xml").toFile()).getElementsByTagName("value");
        for (int i = 0; i < values.getLength(); i++) {
            Element value = (Element) values.item(i);
            WORDS.put(((Element) value.getParentNode()).getAttribute("key") + " " + value.getAttribute("xml:lang"), value.getTextContent());
        }
    }

    @Test
    void theEnglishTextTellsWhereToPay() {
        assertEquals("{brand}: invoice {invoiceNumber} for {outstanding} "
                + "[[was due {pastDueDate}||is due {dueDate}||is ready]]. Pay here: {link} Reply STOP to opt out.",
                WORDS.get("SmsBillingText_NEW_INVOICE en"));
    }

    @Test
    void successIsToldInTheseWords() {
        assertEquals("Invoice SMS sent successfully", WORDS.get("SmsBillingOutcomeSent en"));
        assertEquals("Queued, will be sent at ${time}", WORDS.get("SmsBillingOutcomeLater en"));
        assertEquals("Link expired", WORDS.get("SmsBillingLinkClosed_EXPIRED_BY_CLERK en"));
    }

    @ParameterizedTest
    @EnumSource(MessageReason.class)
    void everyReasonHasWords(MessageReason reason) {
        assertNotNull(WORDS.get(reason.labelKey() + " en"));
    }

    @ParameterizedTest
    @EnumSource(AuditKind.class)
    void everythingInTheHistoryHasWords(AuditKind kind) {
        assertNotNull(WORDS.get(kind.labelKey() + " en"));
    }

    @ParameterizedTest
    @EnumSource(InvoiceObstacle.class)
    void everyObstacleHasWords(InvoiceObstacle obstacle) {
        assertNotNull(WORDS.get("SmsBillingWhyNot_" + obstacle + " en"));
    }

    @ParameterizedTest
    @EnumSource(MessageStatus.class)
    void everyStateHasWords(MessageStatus status) {
        assertNotNull(WORDS.get("SmsBillingStatus_" + status + " en"));
    }

    @ParameterizedTest
    @EnumSource(RecipientPurpose.class)
    void everyPurposeHasWords(RecipientPurpose purpose) {
        assertNotNull(WORDS.get(purpose.labelKey() + " en"));
    }

    @ParameterizedTest
    @EnumSource(ClosedReason.class)
    void everyEndOfALinkHasWords(ClosedReason reason) {
        assertNotNull(WORDS.get("SmsBillingLinkClosed_" + reason + " en"));
    }
}
