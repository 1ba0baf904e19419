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
package org.smsbilling.preference;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.consent.OptIns;
import org.smsbilling.inbound.ConsentWords;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.PageLanguage;
import org.smsbilling.phone.PhoneNumbers;

/** What the owner of a number sees and changes. The page shows the organization's name and the end of the number, and nothing of any person. */
final class PreferencesPage {

    /** What a form asks for. */
    enum Action { SAVE, OPT_OUT, OPT_IN }

    /** What came of it. */
    enum Outcome { SAVED, OPTED_OUT, OPTED_IN, NOT_POSSIBLE }

    private static final int LONGEST_EVIDENCE = 255;

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final String number;
    private final Instant now;

    PreferencesPage(Delegator delegator, OrganizationSettings settings, String number, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.number = number;
        this.now = now;
    }

    /** @return language that the owner chose, else that of the last text to the number, which a clerk may have chosen; or the empty string */
    String language() throws GenericEntityException {
        String chosen = preference().localeString();
        GenericValue last = !chosen.isEmpty() ? null : EntityQuery.use(delegator).select("localeString", "createdDate").from("SmsMessage")
                .where("organizationPartyId", settings.organizationPartyId(), "contactNumber", number).orderBy("-createdDate").queryFirst();
        return last == null || last.getString("localeString") == null ? chosen : last.getString("localeString");
    }

    /** @return what the template shows */
    Map<String, Object> show(Locale locale) throws GenericEntityException {
        NumberPreference preference = preference();
        ConsentState consent = consent();
        Map<String, Object> page = new HashMap<>();
        page.put("state", "FOUND");
        page.put("brandName", settings.brandName());
        page.put("supportPhone", settings.supportPhone());
        page.put("localeString", locale.toLanguageTag());
        page.put("language", locale.getLanguage());
        page.put("maskedNumber", PhoneNumbers.masked(number));
        page.put("consent", consent == null ? "NONE" : consent.name());
        boolean receives = consent == ConsentState.OPTED_IN || consent == null && !settings.texting().explicitConsent();
        page.put("receives", receives);
        page.put("invoices", preference.topics().invoices());
        page.put("reminders", preference.topics().reminders());
        page.put("receipts", preference.topics().receipts());
        Locale texts = PageLanguage.parse(language());
        String language = (texts == null ? settings.locale() : texts).getLanguage();
        page.put("textLanguage", offered(language) ? language : PageLanguage.OFFERED.get(0));
        return page;
    }

    /** @param evidence where the form came from: shortened address and browser */
    Outcome change(Action action, TopicChoice topics, String language, String evidence) throws GenericEntityException {
        String kept = evidence.length() > LONGEST_EVIDENCE ? evidence.substring(0, LONGEST_EVIDENCE) : evidence;
        return switch (action) {
        case SAVE -> save(topics, language);
        case OPT_OUT -> {
            new ConsentWords(delegator).optOut(settings, number, ConsentSource.FORM, kept, now, null, now);
            yield Outcome.OPTED_OUT;
        }
        case OPT_IN -> optIn(language, kept);
        };
    }

    private Outcome save(TopicChoice topics, String language) throws GenericEntityException {
        Map<String, Object> row = new HashMap<>(topics.fields());
        row.put("organizationPartyId", settings.organizationPartyId());
        row.put("contactNumber", number);
        row.put("localeString", offered(language) ? language : null);
        row.put("changedDate", Timestamp.from(now));
        delegator.createOrStore(delegator.makeValue("SmsNumberPreference", row));
        return Outcome.SAVED;
    }

    private Outcome optIn(String language, String evidence) throws GenericEntityException {
        if (consent() == ConsentState.UNUSABLE) {
            return Outcome.NOT_POSSIBLE;
        }
        String tag = offered(language) ? language : settings.locale().toLanguageTag();
        new OptIns(delegator, settings, now).record(number, ConsentSource.FORM, evidence, null, Locale.forLanguageTag(tag), null);
        return consent() == ConsentState.OPTED_IN ? Outcome.OPTED_IN : Outcome.NOT_POSSIBLE;
    }

    /** @param language from a form, or null */
    private static boolean offered(String language) {
        return language != null && PageLanguage.OFFERED.contains(language);
    }

    private ConsentState consent() throws GenericEntityException {
        return ConsentLedger.current(delegator, settings.organizationPartyId(), List.of(number)).get(number);
    }

    private NumberPreference preference() throws GenericEntityException {
        return Preferences.read(delegator, settings.organizationPartyId(), List.of(), List.of(number)).of(number);
    }
}
