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

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.Sender;
import org.smsbilling.provider.SmsAccount;

/**
 * Settings of one organization, with defaults for what nobody set. Immutable; made from the stored fields, which were checked when they were stored.
 * It holds secrets in its accounts and never prints them.
 */
public final class OrganizationSettings {

    static final String DEFAULT_COUNTRY = "US";
    static final String DEFAULT_ZONE = "America/New_York";
    static final String DEFAULT_LOCALE = "en";
    static final int DEFAULT_LIFETIME_DAYS = 60;

    private final SettingsFields fields;
    private final String organizationName;

    private OrganizationSettings(Map<String, ?> fields, String organizationName) {
        this.fields = new SettingsFields(fields);
        this.organizationName = Objects.requireNonNull(organizationName);
    }

    /**
     * @param fields of SmsOrganization by name; organizationPartyId is required
     * @param organizationName what the party is called in OFBiz
     */
    public static OrganizationSettings of(Map<String, ?> fields, String organizationName) {
        Objects.requireNonNull(fields.get("organizationPartyId"), "organizationPartyId");
        return new OrganizationSettings(fields, organizationName);
    }

    public String organizationPartyId() {
        return text("organizationPartyId");
    }

    /** @return what the party is called in OFBiz */
    public String organizationName() {
        return organizationName;
    }

    /** @return what customers know it by: the brand name, else the name of the party */
    public String brandName() {
        return fields.or("brandName", organizationName);
    }

    /** @return empty string when there is none */
    public String supportPhone() {
        return text("supportPhone");
    }

    /** @return whether an administrator connected it to a carrier and nothing stopped it since */
    public boolean connected() {
        return fields.on("connected", false) && smsAccount().isPresent();
    }

    /** @return why sending stopped by itself, in the carrier's words; empty string when it did not */
    public String stoppedReason() {
        return text("stoppedReason");
    }

    public Optional<SmsAccount> smsAccount() {
        boolean complete = !text("twilioAccountSid").isEmpty() && !text("twilioAuthToken").isEmpty() && sender().isPresent();
        return complete ? Optional.of(new SmsAccount(text("twilioAccountSid"), text("twilioAuthToken"), text("sender"))) : Optional.empty();
    }

    /** @return what the carrier signs its webhooks with; after a disconnection as well, so that opt-outs and reports are still heard */
    public Optional<String> webhookSecret() {
        return Stream.of(text("twilioAuthToken"), text("hookAuthToken")).filter(secret -> !secret.isEmpty()).findFirst();
    }

    public Optional<Sender> sender() {
        return Sender.parse(text("sender"));
    }

    /** @return segments a second that the sender may send, at least 1 */
    public int segmentsPerSecond() {
        return fields.number("segmentsPerSecond", sender().map(sender -> sender.kind().segmentsPerSecond()).orElse(1));
    }

    public Optional<MerchantAccount> merchantAccount() {
        boolean complete = !text("cardSite").isEmpty() && !text("cardMerchantId").isEmpty() && !text("cardUser").isEmpty()
                && !text("cardPassword").isEmpty();
        return complete
                ? Optional.of(new MerchantAccount(text("cardSite"), text("cardMerchantId"), text("cardUser"), text("cardPassword")))
                : Optional.empty();
    }

    /** @return whether customers may pay by card; yes unless switched off */
    public boolean cardEnabled() {
        return fields.on("cardEnabled", true);
    }

    /** @return whether customers may pay from a bank account; no unless switched on */
    public boolean bankAccountEnabled() {
        return fields.on("bankAccountEnabled", false);
    }

    /** @return address of the pay pages without a path and without a slash at the end, e.g. https://pay.example.com; empty string when not set */
    public String publicBaseUrl() {
        return text("publicBaseUrl");
    }

    /** @return opaque name of the organization in the path of webhooks; empty string before it was ever connected */
    public String hookToken() {
        return text("hookToken");
    }

    /** @return ISO 3166 alpha-2 */
    public String defaultCountry() {
        return fields.or("defaultCountry", DEFAULT_COUNTRY);
    }

    public ZoneId zoneId() {
        return ZoneId.of(fields.or("timeZoneId", DEFAULT_ZONE));
    }

    public Locale locale() {
        return Locale.forLanguageTag(fields.or("localeString", DEFAULT_LOCALE).replace('_', '-'));
    }

    /** @return calendar days that a pay link lives, 60 unless set */
    public int linkLifetimeDays() {
        return fields.number("linkLifetimeDays", DEFAULT_LIFETIME_DAYS);
    }

    public SendingHours sendingHours() {
        return new SendingHours(fields.number("sendFromHour", SendingHours.USUAL.from()), fields.number("sendUntilHour", SendingHours.USUAL.until()));
    }

    /** @return what keeps it from texting invoices that can be paid, empty when it can */
    public Optional<NotReady> notReady() {
        if (!connected()) {
            return Optional.of(stoppedReason().isEmpty() ? NotReady.NOT_CONNECTED : NotReady.STOPPED);
        } else if (merchantAccount().isEmpty()) {
            return Optional.of(NotReady.NO_PROCESSOR);
        } else if (!cardEnabled() && !bankAccountEnabled()) {
            return Optional.of(NotReady.NO_PAYMENT_METHOD);
        } else if (publicBaseUrl().isEmpty()) {
            return Optional.of(NotReady.NO_PUBLIC_ADDRESS);
        }
        return Optional.empty();
    }

    /** @return whether customers can pay on the pay pages, by whatever way they got the link */
    public boolean takesPayments() {
        return merchantAccount().isPresent() && (cardEnabled() || bankAccountEnabled()) && !publicBaseUrl().isEmpty();
    }

    public AutomationRules automation() {
        return AutomationRules.of(fields);
    }

    public TextingRules texting() {
        return TextingRules.of(fields);
    }

    public PaymentRules paymentRules() {
        return PaymentRules.of(fields);
    }

    private String text(String field) {
        return fields.text(field);
    }

    @Override
    public String toString() {
        return "OrganizationSettings[" + organizationPartyId() + "]";
    }
}
