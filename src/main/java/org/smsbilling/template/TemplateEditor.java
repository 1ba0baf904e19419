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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.message.MessageToken;
import org.smsbilling.message.ShippedTexts;
import org.smsbilling.message.UserNames;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.PartyNames;

/** What the editor shows of one text: the text in use, its versions, the tokens, and what it can be tried with. */
final class TemplateEditor {

    private static final int INVOICES = 10;

    private final TemplateServiceCall call;
    private final TemplateDraft asked;
    private final OrganizationSettings settings;

    TemplateEditor(TemplateServiceCall call) throws GenericEntityException, TemplateRefused {
        this.call = call;
        this.asked = call.draft();
        this.settings = call.settings();
    }

    Map<String, Object> show() throws GenericEntityException, TemplateRefused {
        boolean another = "N".equals(call.text("defaultForType")) && call.text("templateId").isEmpty();
        Optional<GenericValue> row = call.named().or(() -> Optional.empty());
        if (row.isEmpty() && !another) {
            row = call.store().usual(asked.type(), asked.channel(), asked.localeString());
        }
        Map<String, Object> editor = new HashMap<>();
        boolean enabled = row.filter(TemplateStore::enabled).isPresent();
        editor.put("organizationPartyId", settings.organizationPartyId());
        editor.put("organizationName", settings.organizationName());
        editor.put("templateId", row.map(one -> one.getString("templateId")).orElse(""));
        editor.put("templateName", another ? "" : row.map(one -> one.getString("templateName")).orElse(call.words().of(asked.type())));
        editor.put("defaultForType", another || row.filter(one -> !"Y".equals(one.getString("defaultForType"))).isPresent() ? "N" : "Y");
        editor.put("messageType", asked.type().name());
        editor.put("typeText", call.words().of(asked.type()));
        editor.put("typeHelp", call.words().of("SmsBillingTypeHelp_" + asked.type()));
        editor.put("channel", asked.channel().name());
        editor.put("localeString", asked.localeString());
        editor.put("languageText", call.words().language(asked.locale()));
        editor.put("own", enabled);
        editor.put("baseVersion", enabled ? String.valueOf(TemplateStore.active(row.get())) : "0");
        putTexts(editor, row, enabled);
        editor.put("tokens", Arrays.stream(MessageToken.values()).filter(token -> token.knownIn(asked.type())).map(this::token).toList());
        editor.put("samples", SampleCase.of(asked.type()).stream().map(one -> Map.of("code", one.name(),
                "name", call.words().of("SmsBillingSample_" + one))).toList());
        editor.put("invoices", asked.type().tellsOfInvoices() ? invoices() : List.of());
        editor.put("countryCode", settings.defaultCountry());
        editor.put("countries", PhoneNumbers.countries(call.words().locale()).stream().map(one -> Map.of("countryCode", one.countryCode(),
                "name", one.name(), "dialCode", one.dialCode())).toList());
        return editor;
    }

    private void putTexts(Map<String, Object> editor, Optional<GenericValue> row, boolean enabled) throws GenericEntityException {
        Locale language = ShippedTexts.speak(asked.locale()) ? asked.locale() : Locale.ENGLISH;
        String shippedSubject = asked.mail() ? ShippedTexts.mailSubject(asked.type(), language) : "";
        String shippedBody = asked.mail() ? ShippedTexts.mailBody(asked.type(), language) : ShippedTexts.sms(asked.type(), language);
        List<GenericValue> versions = row.isEmpty() ? List.of() : call.store().versions(row.get().getString("templateId"));
        Optional<GenericValue> active = versions.stream().filter(one -> enabled && one.getLong("version") == TemplateStore.active(row.get()))
                .findFirst();
        editor.put("shippedSubject", shippedSubject);
        editor.put("shippedBody", shippedBody);
        editor.put("subject", active.map(one -> text(one, "subject")).orElse(shippedSubject));
        editor.put("body", active.map(one -> text(one, "body")).orElse(shippedBody));
        Map<String, String> users = UserNames.read(call.delegator(), versions.stream().map(one -> one.getString("createdByUserLogin"))
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        List<Map<String, Object>> shown = new ArrayList<>();
        for (GenericValue version : versions) {
            String user = version.getString("createdByUserLogin");
            Map<String, Object> map = new HashMap<>();
            map.put("version", version.getLong("version").toString());
            map.put("createdText", call.words().time(version.getTimestamp("createdDate").toInstant(), settings.zoneId()));
            map.put("createdBy", user == null ? "" : users.getOrDefault(user, user));
            map.put("active", active.filter(version::equals).isPresent());
            map.put("subject", text(version, "subject"));
            map.put("body", text(version, "body"));
            shown.add(map);
        }
        editor.put("versions", shown);
    }

    private Map<String, Object> token(MessageToken token) {
        boolean attribute = token == MessageToken.ATTRIBUTE;
        Map<String, Object> map = new HashMap<>();
        map.put("written", attribute ? "{attribute:NAME}" : "{" + token.title() + "}");
        map.put("inserted", token.mayBeEmpty() ? "[[ " + (attribute ? "{attribute:NAME}" : "{" + token.title() + "}") + "]]"
                : "{" + token.title() + "}");
        map.put("help", call.words().of("SmsBillingToken_" + token.title()));
        map.put("mayBeEmpty", token.mayBeEmpty());
        return map;
    }

    private List<Map<String, Object>> invoices() throws GenericEntityException {
        List<String> ids = EntityQuery.use(call.delegator()).select("invoiceId").from("Invoice").where("invoiceTypeId", "SALES_INVOICE",
                "partyIdFrom", settings.organizationPartyId(), "statusId", "INVOICE_READY").orderBy("-invoiceDate", "-invoiceId").maxRows(INVOICES)
                .queryList().stream().map(row -> row.getString("invoiceId")).toList();
        List<InvoiceFacts> facts = List.copyOf(InvoiceFactsReader.read(call.delegator(), ids, call.now()).values());
        Map<String, String> names = PartyNames.read(call.delegator(), facts.stream().map(InvoiceFacts::customerPartyId).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<Map<String, Object>> invoices = new ArrayList<>();
        for (InvoiceFacts invoice : facts) {
            invoices.add(Map.of("code", invoice.invoiceId(), "name", call.words().of("SmsBillingTemplateInvoiceChoice", Map.of("invoiceId",
                    invoice.invoiceId(), "customer", names.getOrDefault(String.valueOf(invoice.customerPartyId()), ""),
                    "outstanding", MoneyText.format(invoice.outstanding(), invoice.currencyUomId(), call.words().locale())))));
        }
        return invoices;
    }

    private static String text(GenericValue row, String field) {
        return row.getString(field) == null ? "" : row.getString(field);
    }
}
