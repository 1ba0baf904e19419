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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** Which template a message is made from, on a real database. */
class MessageTemplatesTest {

    private static OutboxFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new OutboxFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static String template(String organization, String name, String type, String channel, String locale, String usual, String... bodies)
            throws GenericEntityException {
        String id = fixture.delegator().getNextSeqId("SmsTemplate");
        fixture.delegator().create("SmsTemplate", "templateId", id, "organizationPartyId", organization, "templateName", name, "messageType", type,
                "channel", channel, "localeString", locale, "activeVersion", (long) bodies.length, "defaultForType", usual);
        for (int i = 0; i < bodies.length; i++) {
            version(id, i + 1, bodies[i]);
        }
        return id;
    }

    private static void version(String id, long version, String body) throws GenericEntityException {
        fixture.delegator().create("SmsTemplateVersion", "templateId", id, "version", version, "subject", "S", "body", body);
    }

    private static OrganizationSettings organization(String language) throws GenericEntityException {
        String id = fixture.organization(1);
        fixture.delegator().storeByCondition("SmsOrganization", Map.of("localeString", language),
                EntityCondition.makeCondition("organizationPartyId", id));
        return OrganizationSettingsReader.read(fixture.delegator(), id).orElseThrow();
    }

    private static ChosenTemplate choose(OrganizationSettings settings, String locale, String wanted) throws GenericEntityException {
        return MessageTemplates.read(fixture.delegator(), List.of(settings.organizationPartyId(), "other"))
                .choose(settings, MessageType.UPCOMING, MessageChannel.SMS, Locale.forLanguageTag(locale), wanted);
    }

    @Test
    void withoutOwnTemplatesTheOneThatShipsIsUsedInTheReadersLanguage() throws Exception {
        OrganizationSettings settings = organization("es");
        assertEquals(Locale.FRENCH, choose(settings, "fr-CA", null).locale());
        assertEquals(new Locale("es"), choose(settings, "de", null).locale());
        assertNull(choose(settings, "en", null).templateId());
        assertEquals(Locale.ENGLISH, choose(organization("de"), "it", null).locale());
    }

    @Test
    void theOwnTextOfTheLanguageCountsBeforeTheShippedOne() throws Exception {
        OrganizationSettings settings = organization("en");
        String id = settings.organizationPartyId();
        String english = template(id, "Usual", "UPCOMING", "SMS", "en", "Y", "old", "{brand} new");
        String canadian = template(id, "Usual", "UPCOMING", "SMS", "fr_CA", "Y", "{brand} ca");
        String german = template(id, "Usual", "UPCOMING", "SMS", "de", "Y", "{brand} de");
        template(id, "Mail", "UPCOMING", "EMAIL", "en", "Y", "{brand} mail");
        template(id, "Special", "UPCOMING", "SMS", "en", "N", "{brand} special");
        assertEquals(english, choose(settings, "en-GB", null).templateId());
        assertEquals(2L, choose(settings, "en-GB", null).version());
        assertEquals(canadian, choose(settings, "fr-CA", null).templateId());
        assertNull(choose(settings, "fr-FR", null).templateId());
        assertEquals(german, choose(settings, "de-AT", null).templateId());
        assertEquals(english, choose(settings, "it", null).templateId());
        assertNull(choose(organization("en"), "en", null).templateId());
    }

    @Test
    void theWantedOneIsUsedInTheReadersLanguageWhereItExists() throws Exception {
        OrganizationSettings settings = organization("en");
        String id = settings.organizationPartyId();
        template(id, "Usual", "UPCOMING", "SMS", "fr", "Y", "{brand} usual");
        String rent = template(id, "Rent", "UPCOMING", "SMS", "en", "N", "{brand} rent");
        String loyer = template(id, "Rent", "UPCOMING", "SMS", "fr", "N", "{brand} loyer");
        assertEquals(rent, choose(settings, "en", rent).templateId());
        assertEquals(loyer, choose(settings, "fr-CA", rent).templateId());
        assertEquals(rent, choose(settings, "es", rent).templateId());
        assertEquals(rent, choose(settings, "en", loyer).templateId());
        assertNull(choose(organization("en"), "en", rent).templateId());
        assertNull(choose(settings, "en", "gone").templateId());
    }

    @Test
    void aDisabledOneIsUsedForNothing() throws Exception {
        OrganizationSettings settings = organization("en");
        String id = template(settings.organizationPartyId(), "Rent", "UPCOMING", "SMS", "en", "Y", "{brand} rent");
        fixture.delegator().storeByCondition("SmsTemplate", Map.of("disabledDate", Timestamp.from(Instant.EPOCH)),
                EntityCondition.makeCondition("templateId", id));
        assertNull(choose(settings, "en", null).templateId());
        assertNull(choose(settings, "en", id).templateId());
    }

    @Test
    void aTextThatNobodyCouldHaveSavedKeepsNothingFromBeingSent() throws Exception {
        OrganizationSettings settings = organization("en");
        template(settings.organizationPartyId(), "Broken", "UPCOMING", "SMS", "en", "Y", "{brand");
        template(settings.organizationPartyId(), "Unknown", "NO_SUCH_TYPE", "SMS", "en", "Y", "x");
        assertNull(choose(settings, "en", null).templateId());
    }

    @Test
    void theNewestVersionAtSendingCountsAndTheMessagePointsToIt() throws Exception {
        String organization = fixture.organization(100);
        String template = template(organization, "Usual", "NEW_INVOICE", "SMS", "en", "Y", "{brand}: first {link} STOP");
        String message = fixture.message(organization, "+12125550147");
        version(template, 2, "{brand}: second, {invoiceNumber} {link} STOP");
        fixture.delegator().storeByCondition("SmsTemplate", Map.of("activeVersion", 2L),
                EntityCondition.makeCondition("templateId", template));
        fixture.dispatcher().start();
        assertTrue(fixture.becomes(message, "SENT"), fixture.status(message));
        assertTrue(fixture.row(message).getString("body").startsWith("Oak: second, "), fixture.row(message).getString("body"));
        assertEquals(template, fixture.row(message).getString("templateId"));
        assertEquals(2L, fixture.row(message).getLong("templateVersion"));
    }
}
