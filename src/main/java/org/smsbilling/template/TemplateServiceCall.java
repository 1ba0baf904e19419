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

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.message.MessageChannel;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.organization.SmsOrganizationServices;
import org.smsbilling.recipient.PartyNames;

/** What the services about templates need of a call; only for users who may use its organization. */
final class TemplateServiceCall {

    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");

    private final DispatchContext dctx;
    private final Map<String, ? extends Object> context;
    private final TemplateWords words;

    private TemplateServiceCall(DispatchContext dctx, Map<String, ? extends Object> context) {
        this.dctx = dctx;
        this.context = context;
        this.words = new TemplateWords(ServiceUtil.getLocale(context));
    }

    static TemplateServiceCall viewing(DispatchContext dctx, Map<String, ? extends Object> context) throws GenericEntityException, TemplateRefused {
        return allowed(new TemplateServiceCall(dctx, context),
                OrganizationAccess.refusal(dctx, context, (String) context.get("organizationPartyId"), "VIEW"));
    }

    static TemplateServiceCall administering(DispatchContext dctx, Map<String, ? extends Object> context)
            throws GenericEntityException, TemplateRefused {
        return allowed(new TemplateServiceCall(dctx, context),
                SmsOrganizationServices.refusal(dctx, context, (String) context.get("organizationPartyId")));
    }

    private static TemplateServiceCall allowed(TemplateServiceCall call, Optional<String> refusal) throws TemplateRefused {
        if (refusal.isPresent()) {
            throw new TemplateRefused(refusal.get());
        }
        return call;
    }

    Delegator delegator() {
        return dctx.getDelegator();
    }

    SmsBilling billing() {
        return SmsBilling.of(delegator());
    }

    Instant now() {
        return billing().clock().instant();
    }

    TemplateWords words() {
        return words;
    }

    String organizationPartyId() {
        return text("organizationPartyId");
    }

    GenericValue user() {
        return (GenericValue) context.get("userLogin");
    }

    TemplateStore store() {
        return new TemplateStore(delegator(), organizationPartyId());
    }

    /** @return of an organization that nobody set up: its defaults */
    OrganizationSettings settings() throws GenericEntityException {
        Optional<OrganizationSettings> stored = OrganizationSettingsReader.read(delegator(), organizationPartyId());
        return stored.isPresent() ? stored.get() : OrganizationSettings.of(Map.of("organizationPartyId", organizationPartyId()),
                PartyNames.read(delegator(), List.of(organizationPartyId())).get(organizationPartyId()));
    }

    /** @return what was given, without blanks at its ends; the empty string for nothing */
    String text(String name) {
        Object value = context.get(name);
        return value == null ? "" : value.toString().strip();
    }

    /** @return the row of SmsTemplate that the call names; empty when it names none */
    Optional<GenericValue> named() throws GenericEntityException, TemplateRefused {
        if (text("templateId").isEmpty()) {
            return Optional.empty();
        }
        Optional<GenericValue> template = store().byId(text("templateId"));
        if (template.isEmpty()) {
            throw new TemplateRefused(words.of("SmsBillingTemplateNotFound", Map.of("templateId", text("templateId"))));
        }
        return template;
    }

    /** @return the type, channel and language that the call or its template names, with the text of the call */
    TemplateDraft draft() throws GenericEntityException, TemplateRefused {
        Optional<GenericValue> named = named();
        String type = named.map(row -> row.getString("messageType")).orElse(text("messageType"));
        String channel = named.map(row -> row.getString("channel")).orElse(text("channel").isEmpty() ? "SMS" : text("channel"));
        String locale = named.map(row -> row.getString("localeString")).orElse(text("localeString"));
        MessageType known = Arrays.stream(MessageType.values()).filter(one -> one.name().equals(type) && !one.writtenByHand()).findFirst()
                .orElseThrow(() -> new TemplateRefused(words.of("SmsBillingTemplateNoSuchType", Map.of("type", type))));
        boolean mail = MessageChannel.EMAIL.name().equals(channel);
        if (!mail && !MessageChannel.SMS.name().equals(channel) || mail && !known.hasMail()) {
            throw new TemplateRefused(words.of("SmsBillingTemplateNoSuchChannel", Map.of("channel", channel, "type", words.of(known))));
        } else if (!LOCALE.matcher(locale).matches()) {
            throw new TemplateRefused(words.of("SmsBillingTemplateNoSuchLanguage", Map.of("language", locale)));
        }
        return TemplateDraft.of(known, MessageChannel.valueOf(channel), Locale.forLanguageTag(locale.replace('_', '-')), text("subject"),
                text("body"));
    }
}
