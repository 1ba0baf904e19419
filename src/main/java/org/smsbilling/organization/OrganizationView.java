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
package org.smsbilling.organization;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.limit.OrganizationDay;

/** What pages show of an organization: never a secret, only whether it is set. */
final class OrganizationView {
    private static final List<String> TYPED = List.of("twilioAccountSid", "sender", "segmentsPerSecond", "cardSite", "cardMerchantId", "cardUser",
            "publicBaseUrl", "brandName", "supportPhone", "hookToken", "stoppedReason");

    private final OrganizationSettings settings;
    private final GenericValue stored;
    private final Words words;

    private OrganizationView(OrganizationSettings settings, GenericValue stored, Locale locale) {
        this.settings = settings;
        this.stored = stored;
        this.words = new Words(locale);
    }

    /** Also shows an organization that nobody set anything for: its defaults. */
    static OrganizationView of(Delegator delegator, String organizationPartyId, Locale locale) throws GenericEntityException {
        GenericValue stored = Optional.ofNullable(
                EntityQuery.use(delegator).from("SmsOrganization").where("organizationPartyId", organizationPartyId).queryOne())
                .orElseGet(() -> delegator.makeValue("SmsOrganization", UtilMisc.toMap("organizationPartyId", organizationPartyId)));
        return new OrganizationView(OrganizationSettings.of(stored, OrganizationSettingsReader.name(delegator, organizationPartyId)), stored, locale);
    }

    /** @return a warning when the texts of a day are nearly, or wholly, used up; else the empty string */
    String capNotice(Delegator delegator, Instant now) throws GenericEntityException {
        int cap = settings.texting().dailyCap();
        long sent = cap == 0 ? 0 : OrganizationDay.used(delegator, settings, now);
        return !OrganizationDay.nearlyFull(sent, cap) ? "" : words.of(sent >= cap ? "SmsBillingDailyCapReached" : "SmsBillingDailyCapNear",
                Map.of("sent", String.valueOf(sent), "cap", String.valueOf(cap)));
    }

    /** @return a line of the list of organizations */
    Map<String, Object> summary(boolean canAdmin) {
        return UtilMisc.toMap("organizationPartyId", settings.organizationPartyId(), "organizationName", settings.organizationName(),
                "connected", settings.connected(), "statusText", statusText(), "sender", text("sender"), "canAdmin", canAdmin);
    }

    /** @return the settings as texts by the name of their field, "" when unset, defaults applied */
    Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>(summary(true));
        TYPED.forEach(field -> details.put(field, text(field)));
        details.put("cardEnabled", settings.cardEnabled() ? "Y" : "N");
        details.put("bankAccountEnabled", settings.bankAccountEnabled() ? "Y" : "N");
        details.put("partialApproval", settings.paymentRules().partialApprovalApplied() ? "APPLY" : "VOID");
        details.put("partialPaymentAllowed", settings.paymentRules().partialPaymentAllowed() ? "Y" : "N");
        details.put("partialPaymentMinimum", settings.paymentRules().partialPaymentMinimum()
                .map(least -> least.stripTrailingZeros().toPlainString()).orElse(""));
        details.put("payPageCheck", settings.paymentRules().payPageCheck());
        details.put("defaultCountry", settings.defaultCountry());
        details.put("timeZoneId", settings.zoneId().getId());
        details.put("localeString", settings.locale().toString());
        details.put("linkLifetimeDays", String.valueOf(settings.linkLifetimeDays()));
        details.put("sendFromHour", String.valueOf(settings.sendingHours().from()));
        details.put("sendUntilHour", String.valueOf(settings.sendingHours().until()));
        details.put("invoiceTrigger", settings.automation().invoiceTrigger());
        details.put("invoiceMaxAgeDays", String.valueOf(settings.automation().invoiceMaxAgeDays()));
        details.put("receiptOnline", settings.automation().receiptOnline() ? "Y" : "N");
        details.put("receiptManual", settings.automation().receiptManual());
        details.put("failedPaymentEnabled", settings.automation().failedPayment() ? "Y" : "N");
        details.put("catchUpDays", String.valueOf(settings.automation().catchUpDays()));
        details.put("digestEnabled", settings.automation().digest() ? "Y" : "N");
        details.put("optOutScope", settings.texting().optOutScope());
        details.put("carrierAnswersKeywords", settings.texting().carrierAnswersKeywords() ? "Y" : "N");
        details.put("inboundAddress", HookAddress.inbound(settings).map(URI::toString).orElse(""));
        TextingRules texting = settings.texting();
        details.put("consentRule", texting.explicitConsent() ? "EXPLICIT" : "UNTIL_OPT_OUT");
        details.put("dailyCapPerNumber", String.valueOf(texting.dailyCapPerNumber()));
        details.put("dailyCap", texting.dailyCap() == 0 ? "" : String.valueOf(texting.dailyCap()));
        details.put("monthlyBudget", texting.monthlyBudget().map(budget -> budget.stripTrailingZeros().toPlainString()).orElse(""));
        details.put("pilotEnabled", texting.pilot() ? "Y" : "N");
        details.put("redactAfterDays", String.valueOf(texting.redactAfterDays()));
        details.put("hasTwilioAuthToken", !text("twilioAuthToken").isEmpty());
        details.put("hasCardPassword", !text("cardPassword").isEmpty());
        details.put("twilioAuthTokenSetText", text("twilioAuthToken").isEmpty() ? "" : day("connectedDate"));
        details.put("cardPasswordSetText", "");
        details.put("processorConnected", settings.merchantAccount().isPresent());
        details.put("notReady", settings.notReady().stream().map(reason -> words.of(reason.labelKey())).toList());
        return details;
    }

    private String statusText() {
        if (settings.connected()) {
            return words.of("SmsBillingConnectedSince", Map.of("date", day("connectedDate")));
        }
        return settings.stoppedReason().isEmpty() ? words.of("SmsBillingNotConnected") : settings.stoppedReason();
    }

    private String day(String field) {
        Timestamp moment = stored.getTimestamp(field);
        return moment == null ? "" : words.day(moment.toInstant(), settings.zoneId());
    }

    private String text(String field) {
        Object value = stored.get(field);
        return value == null ? "" : value.toString();
    }
}
