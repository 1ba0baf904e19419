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

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.paylink.PageLanguage;
import org.smsbilling.paylink.PayToken;
import org.smsbilling.paylink.ShortAddress;

/** Services of the public preferences page. Their key is the token: there is no session that another site could ride on. */
public final class SmsPreferencesPageServices {

    private static final String MODULE = SmsPreferencesPageServices.class.getName();

    private SmsPreferencesPageServices() { }

    /** openSmsPreferences: see {@link PreferencesPage} for what is in preferencesPage. */
    public static Map<String, Object> openSmsPreferences(DispatchContext dctx, Map<String, ?> context) {
        return answer(dctx, context, null);
    }

    /** changeSmsPreferences: the same page with the outcome, a {@link PreferencesPage.Outcome}. */
    public static Map<String, Object> changeSmsPreferences(DispatchContext dctx, Map<String, ?> context) {
        PreferencesPage.Action action = Stream.of(PreferencesPage.Action.values()).filter(one -> one.name().equals(context.get("action"))).findFirst()
                .orElse(PreferencesPage.Action.SAVE);
        return answer(dctx, context, action);
    }

    private static Map<String, Object> answer(DispatchContext dctx, Map<String, ?> context, PreferencesPage.Action action) {
        Delegator delegator = dctx.getDelegator();
        SmsBilling billing = SmsBilling.of(delegator);
        Instant now = billing.clock().instant();
        String network = ShortAddress.of((String) context.get("remoteAddress"));
        String token = (String) context.get("token");
        Map<String, Object> result = ServiceUtil.returnSuccess();
        try {
            if (billing.linkGuesses().turnsAway(network)) {
                result.put("preferencesPage", anonymous("THROTTLED", context));
                return result;
            }
            Optional<PreferencesLinks.Owner> owner = SmsBilling.preferencesLinks(delegator).owner(token);
            Optional<OrganizationSettings> settings = owner.isEmpty() ? Optional.empty()
                    : OrganizationSettingsReader.read(delegator, owner.get().organizationPartyId());
            if (settings.isEmpty()) {
                if (PayToken.wellFormed(token)) {
                    billing.linkGuesses().wrong(network);
                }
                result.put("preferencesPage", anonymous("UNKNOWN", context));
                return result;
            }
            PreferencesPage page = new PreferencesPage(delegator, settings.get(), owner.get().contactNumber(), now);
            String outcome = action == null ? "" : page.change(action, topics(context), (String) context.get("textLanguage"),
                    evidence(network, context)).name();
            Locale locale = PageLanguage.choose((String) context.get("language"), page.language(), (String) context.get("acceptLanguage"),
                    settings.get());
            Map<String, Object> shown = page.show(locale);
            shown.put("outcome", outcome);
            result.put("preferencesPage", shown);
            return result;
        } catch (GenericEntityException e) {
            Debug.logError(e, "Preferences could not be shown or changed", MODULE);
            result.put("preferencesPage", anonymous("UNAVAILABLE", context));
            return result;
        }
    }

    /** @return a page that says nothing about anybody */
    private static Map<String, Object> anonymous(String state, Map<String, ?> context) {
        Locale locale = PageLanguage.choose((String) context.get("language"), (String) context.get("acceptLanguage"));
        Map<String, Object> page = new HashMap<>();
        page.put("state", state);
        page.put("brandName", "");
        page.put("supportPhone", "");
        page.put("outcome", "");
        page.put("localeString", locale.toLanguageTag());
        page.put("language", locale.getLanguage());
        return page;
    }

    private static TopicChoice topics(Map<String, ?> context) {
        return new TopicChoice("Y".equals(context.get("invoices")), "Y".equals(context.get("reminders")), "Y".equals(context.get("receipts")));
    }

    private static String evidence(String network, Map<String, ?> context) {
        return "Preferences page, " + network + ", " + Objects.toString(context.get("userAgent"), "").replaceAll("\\p{Cntrl}", "");
    }
}
