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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;
import org.smsbilling.message.MessageType;

/** Words of SmsBillingTemplateLabels in the language of the user. */
record TemplateWords(Locale locale) {

    static final String RESOURCE = "SmsBillingTemplateLabels";

    String of(String key) {
        return UtilProperties.getMessage(RESOURCE, key, locale);
    }

    /** @param values texts only: numbers would be formatted again */
    String of(String key, Map<String, String> values) {
        return values.isEmpty() ? of(key) : UtilProperties.getMessage(RESOURCE, key, values, locale);
    }

    String of(MessageType type) {
        return of("SmsBillingType_" + type);
    }

    String language(Locale language) {
        return language.getDisplayName(locale);
    }

    List<String> of(List<TemplateFinding> findings) {
        return findings.stream().map(finding -> of(finding.labelKey(), finding.values())).toList();
    }

    String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).format(moment.atZone(zone));
    }
}
