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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;

/**
 * The templates of some organizations as they are at one moment. The language of the reader decides first: for each language in question, the
 * organization's own text counts before the one that ships.
 */
public final class MessageTemplates {

    private static final String MODULE = MessageTemplates.class.getName();

    private final Map<String, List<StoredTemplate>> stored;
    private final Map<Object, Optional<ChosenTemplate>> read = new HashMap<>();

    private MessageTemplates(Map<String, List<StoredTemplate>> stored) {
        this.stored = stored;
    }

    /** One query, whatever the number of organizations. */
    public static MessageTemplates read(Delegator delegator, Collection<String> organizationPartyIds) throws GenericEntityException {
        Map<String, List<StoredTemplate>> stored = new HashMap<>();
        if (!organizationPartyIds.isEmpty()) {
            for (GenericValue row : EntityQuery.use(delegator).from("SmsTemplateText").where(
                    EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizationPartyIds),
                    EntityCondition.makeCondition("disabledDate", EntityOperator.EQUALS, null)).queryList()) {
                StoredTemplate.of(row).ifPresent(template -> stored.computeIfAbsent(template.organizationPartyId(), any -> new ArrayList<>())
                        .add(template));
            }
        }
        stored.values().forEach(list -> list.sort(Comparator.comparing(StoredTemplate::templateId)));
        return new MessageTemplates(stored);
    }

    /**
     * @param locale of the reader
     * @param templateId wanted, or null for the organization's usual one; one that is gone or of another type counts as null
     * @return the wanted one, in the reader's language if it exists there under the same name; else the organization's usual one, else the one that
     *         ships, for each of: the locale, its language, the organization's language, English
     */
    ChosenTemplate choose(OrganizationSettings settings, MessageType type, MessageChannel channel, Locale locale, String templateId) {
        List<StoredTemplate> own = stored.getOrDefault(settings.organizationPartyId(), List.of()).stream()
                .filter(template -> template.type() == type && template.channel() == channel).toList();
        Optional<StoredTemplate> wanted = own.stream().filter(template -> template.templateId().equals(templateId)).findFirst();
        Set<Locale> locales = locales(locale, settings.locale());
        for (Locale language : wanted.isPresent() ? List.copyOf(locales).subList(0, locale.getCountry().isEmpty() ? 1 : 2) : List.<Locale>of()) {
            Optional<ChosenTemplate> sibling = in(language, own, wanted.get()::siblingOf);
            if (sibling.isPresent()) {
                return sibling.get();
            }
        }
        Optional<ChosenTemplate> asked = wanted.flatMap(this::parsed);
        return asked.orElseGet(() -> usual(own, type, channel, locales));
    }

    private ChosenTemplate usual(List<StoredTemplate> own, MessageType type, MessageChannel channel, Set<Locale> locales) {
        for (Locale language : locales) {
            Optional<ChosenTemplate> usual = in(language, own, StoredTemplate::usual);
            if (usual.isPresent()) {
                return usual.get();
            } else if (language.getCountry().isEmpty() && ShippedTexts.speak(language)) {
                return shipped(type, channel, language);
            }
        }
        return shipped(type, channel, Locale.ENGLISH);
    }

    private Optional<ChosenTemplate> in(Locale language, List<StoredTemplate> own, Predicate<StoredTemplate> which) {
        return own.stream().filter(template -> template.locale().equals(language)).filter(which).flatMap(template -> parsed(template).stream())
                .findFirst();
    }

    private static Set<Locale> locales(Locale reader, Locale organization) {
        Set<Locale> locales = new LinkedHashSet<>();
        for (Locale locale : List.of(reader, organization, Locale.ENGLISH)) {
            locales.add(locale);
            locales.add(new Locale(locale.getLanguage()));
        }
        return locales;
    }

    /** @return empty for one that nobody could have saved: a text that cannot be read keeps no message from being sent */
    private Optional<ChosenTemplate> parsed(StoredTemplate template) {
        return read.computeIfAbsent(template.templateId(), any -> {
            try {
                return Optional.of(new ChosenTemplate(template.templateId(), template.version(), template.locale(),
                        template.subject() == null ? null : MessageTemplate.parse(template.subject()), MessageTemplate.parse(template.body())));
            } catch (IllegalTemplateException e) {
                Debug.logError(e, template + " cannot be read; another text is used in its place", MODULE);
                return Optional.empty();
            }
        });
    }

    private ChosenTemplate shipped(MessageType type, MessageChannel channel, Locale language) {
        return read.computeIfAbsent(List.of(type, channel, language), any -> Optional.of(channel == MessageChannel.SMS
                ? new ChosenTemplate(null, null, language, null, MessageTemplate.parse(ShippedTexts.sms(type, language)))
                : new ChosenTemplate(null, null, language, MessageTemplate.parse(ShippedTexts.mailSubject(type, language)),
                        MessageTemplate.parse(ShippedTexts.mailBody(type, language))))).orElseThrow();
    }
}
