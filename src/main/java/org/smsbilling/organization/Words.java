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

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;

/** Texts of settings and connections in the language of the user. */
final class Words {
    private static final String LABELS = "SmsBillingOrganizationLabels";
    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
    }

    String of(String labelKey) {
        return UtilProperties.getMessage(LABELS, labelKey, locale);
    }

    String of(String labelKey, Map<String, ?> values) {
        return UtilProperties.getMessage(LABELS, labelKey, values, locale);
    }

    List<String> of(List<SettingsProblem> problems) {
        return problems.stream().map(problem -> of(problem.labelKey(), problem.values())).toList();
    }

    String day(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(moment.atZone(zone));
    }
}
