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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.provider.SmsPrice;
import org.smsbilling.provider.SmsProvider;
import org.smsbilling.recipient.NoText;
import org.smsbilling.recipient.PartyNames;
import org.smsbilling.recipient.Recipient;
import org.smsbilling.recipient.Recipients;

/** What the dialog Send Text shows before anything is sent. Asks the carrier for its price, so no transaction may be open. */
final class InvoiceSmsDialog {

    private final Delegator delegator;
    private final SmsProvider provider;
    private final InvoiceSending sending;
    private final MessageLabels labels;
    private final Instant now;

    InvoiceSmsDialog(Delegator delegator, SmsProvider provider, InvoiceSending sending, MessageLabels labels, Instant now) {
        this.delegator = delegator;
        this.provider = provider;
        this.sending = sending;
        this.labels = labels;
        this.now = now;
    }

    /** @param typed a number that was chosen or typed in, or null for the best one
     * @param countryCode ISO 3166 alpha-2 in which it was typed, or null */
    Map<String, Object> show(String typed, String countryCode) throws GenericEntityException {
        Optional<String> whyNot = sending.whyNot(labels);
        SendHistory history = SendHistory.read(delegator, sending.organizationPartyId(), sending.invoice().invoiceId());
        Map<String, Object> dialog = new HashMap<>();
        dialog.put("invoiceId", sending.invoice().invoiceId());
        dialog.put("organizationPartyId", sending.organizationPartyId());
        dialog.put("organizationName", sending.settings() == null ? sending.organizationPartyId() : sending.settings().organizationName());
        dialog.put("occurrence", String.valueOf(history.nextOccurrence()));
        dialog.put("canSend", whyNot.isEmpty());
        dialog.put("whyNot", whyNot.orElse(""));
        dialog.put("countries", countries());
        dialog.put("countryCode", countryCode != null && !countryCode.isBlank() ? countryCode
                : sending.settings() == null ? "US" : sending.settings().defaultCountry());
        if (whyNot.isEmpty()) {
            putNumber(dialog, typed, countryCode);
            dialog.put("earlier", earlier(history));
        } else {
            dialog.putAll(Map.of("recipients", List.of(), "contactNumber", "", "numberError", "", "message", "", "encoding", "", "segments", 0,
                    "priceText", "", "sender", "", "willSendAtText", "", "unusable", false));
            dialog.put("earlier", null);
        }
        return dialog;
    }

    private void putNumber(Map<String, Object> dialog, String typed, String countryCode) throws GenericEntityException {
        OrganizationSettings settings = sending.settings();
        List<Recipient> recipients = Recipients.of(delegator, settings, sending.invoice(), now);
        String wanted = typed != null ? typed : recipients.stream().filter(Recipient::usable).findFirst()
                .or(() -> recipients.stream().filter(recipient -> recipient.why() == NoText.UNUSABLE).findFirst())
                .map(recipient -> recipient.check().e164()).orElse(null);
        SelectedNumber number = wanted == null
                ? new SelectedNumber("", sending.invoice().customerPartyId(), null, labels.text("SmsBillingNoUsableNumber"))
                : SelectedNumber.of(delegator, sending, recipients, wanted, countryCode, labels);
        MessageFacts facts = new MessageFacts(settings, List.of(sending.invoice()), number.locale(delegator, sending), customerName(), null,
                MessageContent.NONE,
                PayLinks.sampleUrl(settings), now);
        MessageText text = MessageText.of(MessageType.NEW_INVOICE, facts, MessageTemplates.read(delegator, List.of(settings.organizationPartyId())));
        dialog.put("recipients", recipients.stream().map(this::recipient).collect(Collectors.toList()));
        dialog.put("contactNumber", number.e164());
        dialog.put("numberError", number.problem());
        dialog.put("unusable", number.why() == NoText.UNUSABLE);
        dialog.put("message", text.body());
        dialog.put("encoding", text.count().encoding().title());
        dialog.put("segments", text.count().segments());
        dialog.put("priceText", price(number.e164(), text.count().segments()));
        dialog.put("sender", settings.smsAccount().orElseThrow().sender());
        dialog.put("willSendAtText", willSendAt(number));
    }

    private Map<String, Object> recipient(Recipient recipient) {
        Map<String, Object> row = new HashMap<>();
        row.put("contactNumber", recipient.check().e164());
        row.put("display", recipient.check().ok() ? PhoneNumbers.display(recipient.check().e164()) : recipient.typed());
        row.put("name", recipient.name());
        row.put("purpose", labels.text(recipient.purpose().labelKey()));
        row.put("partyId", recipient.partyId());
        row.put("usable", recipient.usable());
        row.put("unusable", recipient.why() == NoText.UNUSABLE);
        row.put("whyNot", SelectedNumber.problem(recipient.check(), recipient.why(), sending.settings(), labels));
        return row;
    }

    private String price(String e164, int segments) {
        if (e164.isEmpty()) {
            return "";
        }
        Optional<SmsPrice> price = provider.price(sending.settings().smsAccount().orElseThrow(), PhoneNumbers.countryOf(e164));
        Locale locale = labels.locale();
        return price.map(one -> labels.text("SmsBillingPriceEstimate", Map.of("price",
                        MoneyText.format(one.perSegment().multiply(BigDecimal.valueOf(segments)), one.currencyUomId(), locale))))
                .orElseGet(() -> labels.text("SmsBillingPriceUnknown"));
    }

    private String willSendAt(SelectedNumber number) throws GenericEntityException {
        if (number.e164().isEmpty()) {
            return "";
        }
        OrganizationSettings settings = sending.settings();
        Instant opening = number.window(delegator, settings, now).nextOpening(now)
                .orElse(now);
        return opening.equals(now) ? "" : labels.time(opening, settings.zoneId());
    }

    private Map<String, Object> earlier(SendHistory history) throws GenericEntityException {
        Optional<GenericValue> latest = history.latest();
        if (latest.isEmpty()) {
            return null;
        }
        GenericValue message = latest.get();
        String date = message.getTimestamp("sentDate") != null ? "sentDate" : "createdDate";
        String person = message.getString("createdByUserLogin");
        Map<String, Object> earlier = new HashMap<>();
        earlier.put("sentDateText", labels.time(message.getTimestamp(date).toInstant(), sending.settings().zoneId()));
        earlier.put("display", PhoneNumbers.display(message.getString("contactNumber")));
        earlier.put("sentBy", person == null ? labels.text("SmsBillingSentByItself") : UserNames.read(delegator, List.of(person)).get(person));
        return earlier;
    }

    private String customerName() throws GenericEntityException {
        String customer = sending.invoice().customerPartyId();
        return customer == null ? "" : PartyNames.read(delegator, List.of(customer)).get(customer);
    }

    private List<Map<String, Object>> countries() {
        List<Map<String, Object>> countries = new ArrayList<>();
        PhoneNumbers.countries(labels.locale()).forEach(country -> countries.add(Map.of("countryCode", country.countryCode(),
                "dialCode", country.dialCode(), "name", country.name())));
        return countries;
    }
}
