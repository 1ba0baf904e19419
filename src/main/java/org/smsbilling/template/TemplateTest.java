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
package org.smsbilling.template;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.NewMessage;
import org.smsbilling.organization.NotReady;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.transaction.OwnTransaction;

/**
 * An administrator sends a draft to a phone of his own. It goes the way of every message - consent, rate, one request, outcome - but is about no
 * invoice and says that it is a test. The page's test id is part of a key: pressing twice sends one.
 */
final class TemplateTest {

    private static final String MODULE = TemplateTest.class.getName();
    private static final String LABELS = "SmsBillingOrganizationLabels";

    private final TemplateServiceCall call;
    private final TemplateDraft draft;

    TemplateTest(TemplateServiceCall call, TemplateDraft draft) {
        this.call = call;
        this.draft = draft;
    }

    /** @return id of the message */
    String send() throws GenericEntityException, TemplateRefused {
        String testId = call.text("testId");
        if (!testId.matches("[A-Za-z0-9-]{8,60}")) {
            throw new TemplateRefused(call.words().of("SmsBillingTemplateTestAgain"));
        }
        Optional<String> before = sent(testId);
        if (before.isPresent()) {
            return before.get();
        }
        String number = number();
        TemplatePreview preview = new TemplatePreview(call, draft);
        if (!preview.errors().isEmpty()) {
            throw new TemplateRefused(preview.errors());
        }
        return queue(testId, number, call.words().of("SmsBillingTemplateTestPrefix") + " " + preview.text());
    }

    private String number() throws GenericEntityException, TemplateRefused {
        OrganizationSettings settings = call.settings();
        Optional<NotReady> notReady = settings.notReady().filter(NotReady::keepsFromTexting);
        if (draft.mail()) {
            throw new TemplateRefused(call.words().of("SmsBillingTemplateTestSmsOnly"));
        } else if (notReady.isPresent()) {
            throw new TemplateRefused(label(notReady.get().labelKey(), Map.of("reason", settings.stoppedReason(), "organizationPartyId",
                    settings.organizationPartyId())));
        }
        String country = PhoneNumbers.isCountry(call.text("countryCode")) ? call.text("countryCode") : settings.defaultCountry();
        PhoneCheck check = PhoneNumbers.check(call.text("contactNumber"), country);
        if (!check.ok()) {
            throw new TemplateRefused(label(check.reason().labelKey(), Map.of()));
        }
        ConsentState consent = ConsentLedger.current(call.delegator(), settings.organizationPartyId(), List.of(check.e164())).get(check.e164());
        if (consent != null && !consent.mayBeTexted()) {
            throw new TemplateRefused(call.words().of("SmsBillingTemplateTestConsent_" + consent));
        }
        return check.e164();
    }

    private String queue(String testId, String number, String text) throws GenericEntityException {
        Instant now = call.now();
        String party = call.user().getString("partyId");
        NewMessage message = new NewMessage(MessageType.TEMPLATE_TEST, call.organizationPartyId(), List.of(), null, null, party, number,
                draft.localeString(), now, call.user().getString("userLoginId"), MessageContent.ofReply(text));
        try {
            return OwnTransaction.call(() -> {
                GenericValue test = call.delegator().makeValue("SmsTemplateTest", UtilMisc.toMap("organizationPartyId", call.organizationPartyId(),
                        "testId", testId, "createdDate", Timestamp.from(now), "createdByUserLogin", call.user().getString("userLoginId")));
                call.delegator().create(test);
                test.set("messageId", message.queue(call.delegator(), now));
                test.store();
                return test.getString("messageId");
            });
        } catch (GenericEntityException collision) {
            Optional<String> first = OwnTransaction.call(() -> sent(testId));
            Debug.logInfo("A test of a template was being sent already", MODULE);
            return first.orElseThrow(() -> collision);
        }
    }

    private Optional<String> sent(String testId) throws GenericEntityException {
        GenericValue test = EntityQuery.use(call.delegator()).from("SmsTemplateTest").where("organizationPartyId", call.organizationPartyId(),
                "testId", testId).queryOne();
        return Optional.ofNullable(test).map(row -> row.getString("messageId"));
    }

    private String label(String key, Map<String, String> values) {
        return UtilProperties.getMessage(LABELS, key, values, call.words().locale());
    }
}
