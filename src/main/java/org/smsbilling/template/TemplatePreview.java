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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.message.ChosenTemplate;
import org.smsbilling.message.MessageFacts;
import org.smsbilling.message.MessageMail;
import org.smsbilling.message.MessageTemplate;
import org.smsbilling.message.MessageText;
import org.smsbilling.message.PlainCharacters;
import org.smsbilling.message.SegmentRoom;
import org.smsbilling.message.SmsEncoding;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.provider.SmsPrice;
import org.smsbilling.recipient.PartyNames;

/** What becomes of a draft, made by the code that makes the messages. Asks the carrier for its price, so no transaction may be open. */
final class TemplatePreview {

    private static final String USUAL_CURRENCY = "USD";

    private final TemplateServiceCall call;
    private final TemplateDraft draft;
    private final OrganizationSettings settings;
    private final List<TemplateFinding> findings;

    TemplatePreview(TemplateServiceCall call, TemplateDraft draft) throws GenericEntityException {
        this.call = call;
        this.draft = draft;
        this.settings = call.settings();
        this.findings = TemplateCheck.of(draft);
    }

    /** @return why it cannot be sent, in words; empty when it can */
    List<String> errors() {
        return call.words().of(findings.stream().filter(TemplateFinding::refused).toList());
    }

    Map<String, Object> show() throws GenericEntityException, TemplateRefused {
        Map<String, Object> preview = new HashMap<>();
        preview.put("findings", findings.stream().map(finding -> finding.toMap(call.words())).toList());
        preview.put("canSave", !TemplateCheck.refuses(findings));
        Optional<ChosenTemplate> template = template();
        preview.put("shown", template.isPresent());
        if (template.isPresent() && draft.mail()) {
            MessageMail mail = MessageMail.of(template.get(), facts(template.get()));
            preview.put("subject", mail.subject());
            preview.put("text", mail.plain());
        } else if (template.isPresent()) {
            putText(preview, template.get(), facts(template.get()));
        }
        return preview;
    }

    /** @return the text message; call it only without errors */
    String text() throws GenericEntityException, TemplateRefused {
        ChosenTemplate template = template().orElseThrow();
        return MessageText.of(template, facts(template)).body();
    }

    private void putText(Map<String, Object> preview, ChosenTemplate template, MessageFacts facts) {
        MessageText text = MessageText.of(template, facts);
        SegmentRoom room = SegmentRoom.of(text.body());
        SmsEncoding encoding = text.count().encoding();
        List<PlainCharacters.Foreign> foreign = PlainCharacters.foreign(MessageText.unfolded(template, facts));
        preview.put("text", text.body());
        preview.put("pieces", pieces(text.body(), room));
        preview.put("segments", text.count().segments());
        preview.put("encoding", encoding.title());
        preview.put("units", text.count().units());
        preview.put("left", room.left());
        preview.put("sizeText", call.words().of(text.count().segments() == 1 ? "SmsBillingTemplateSizeOne" : "SmsBillingTemplateSize",
                Map.of("segments", String.valueOf(text.count().segments()), "encoding", encoding.title(), "left", String.valueOf(room.left()))));
        preview.put("adviceText", text.count().segments() == 1 ? "" : call.words().of("SmsBillingTemplateTooManyForOne",
                Map.of("count", String.valueOf(text.body().length() - room.oneSegmentEnds()))));
        preview.put("unicode", encoding == SmsEncoding.UCS_2);
        preview.put("foreign", foreign.stream().map(one -> foreign(one, encoding == SmsEncoding.UCS_2)).toList());
        preview.put("priceText", price(text.count().segments()));
        preview.put("tooLong", text.body().length() > MessageText.LONGEST);
    }

    private Map<String, Object> foreign(PlainCharacters.Foreign one, boolean unicode) {
        Map<String, Object> map = new HashMap<>();
        boolean inDraft = draft.body().contains(one.character());
        map.put("character", one.character());
        map.put("replacement", one.replacement().orElse(""));
        map.put("canReplace", unicode && inDraft && one.replacement().isPresent());
        map.put("text", call.words().of(!unicode ? "SmsBillingTemplateFolded" : inDraft ? "SmsBillingTemplateForeign"
                : "SmsBillingTemplateForeignValue", Map.of("character", one.character(), "name", one.name(), "replacement",
                        one.replacement().orElse(""))));
        return map;
    }

    /** @return runs of characters with what is to be seen of them: foreign, beyond (the first segment), or nothing */
    private static List<Map<String, Object>> pieces(String body, SegmentRoom room) {
        Set<String> foreign = room.count().encoding() == SmsEncoding.UCS_2
                ? PlainCharacters.foreign(body).stream().map(PlainCharacters.Foreign::character).collect(Collectors.toSet()) : Set.of();
        List<Map<String, Object>> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        String kind = "";
        for (int at = 0; at < body.length();) {
            String character = Character.toString(body.codePointAt(at));
            String here = foreign.contains(character) ? "foreign" : at >= room.oneSegmentEnds() ? "beyond" : "";
            if (!here.equals(kind) && !run.isEmpty()) {
                pieces.add(Map.of("text", run.toString(), "kind", kind));
                run.setLength(0);
            }
            kind = here;
            run.append(character);
            at += character.length();
        }
        if (!run.isEmpty()) {
            pieces.add(Map.of("text", run.toString(), "kind", kind));
        }
        return pieces;
    }

    private Optional<ChosenTemplate> template() {
        if (draft.body().isEmpty() || findings.stream().anyMatch(TemplateFinding::unreadable)) {
            return Optional.empty();
        }
        return Optional.of(new ChosenTemplate(null, null, draft.locale(), draft.mail() ? MessageTemplate.parse(draft.subject()) : null,
                MessageTemplate.parse(draft.body())));
    }

    private MessageFacts facts(ChosenTemplate template) throws GenericEntityException, TemplateRefused {
        SampleMessages samples = new SampleMessages(draft, settings, call.now());
        String invoiceId = call.text("invoiceId");
        if (invoiceId.isEmpty()) {
            return samples.madeUp(SampleMessages.named(call.text("sample"), draft.type()), currency(), template.body().uses());
        }
        InvoiceFacts invoice = InvoiceFactsReader.read(call.delegator(), List.of(invoiceId), call.now()).get(invoiceId);
        if (invoice == null || !settings.organizationPartyId().equals(invoice.organizationPartyId())) {
            throw new TemplateRefused(call.words().of("SmsBillingTemplateNoInvoice", Map.of("invoiceId", invoiceId)));
        }
        String customer = invoice.customerPartyId();
        return samples.real(invoice, customer == null ? "" : PartyNames.read(call.delegator(), List.of(customer)).get(customer));
    }

    private String currency() throws GenericEntityException {
        GenericValue preference = EntityQuery.use(call.delegator()).from("PartyAcctgPreference").where("partyId", settings.organizationPartyId())
                .queryOne();
        String currency = preference == null ? null : preference.getString("baseCurrencyUomId");
        return currency == null ? USUAL_CURRENCY : currency;
    }

    private String price(int segments) {
        String country = PhoneNumbers.isCountry(call.text("countryCode")) ? call.text("countryCode") : settings.defaultCountry();
        Optional<SmsPrice> price = settings.smsAccount().flatMap(account -> call.billing().smsProvider().price(account, country));
        return price.map(one -> call.words().of("SmsBillingTemplatePrice", Map.of("price",
                        MoneyText.format(one.perSegment().multiply(BigDecimal.valueOf(segments)), one.currencyUomId(), call.words().locale()))))
                .orElseGet(() -> call.words().of("SmsBillingTemplatePriceUnknown"));
    }
}
