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

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;

/** Words of SmsBillingMessageLabels and times in a user's language. */
public final class MessageLabels {

    static final String RESOURCE = "SmsBillingMessageLabels";
    static final String ORGANIZATION_RESOURCE = "SmsBillingOrganizationLabels";

    private final Locale locale;

    public MessageLabels(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String text(String key) {
        return UtilProperties.getMessage(RESOURCE, key, locale);
    }

    /** @param values texts only: numbers would be formatted again */
    String text(String key, Map<String, String> values) {
        return UtilProperties.getMessage(RESOURCE, key, values, locale);
    }

    String organizationText(String key, Map<String, String> values) {
        return UtilProperties.getMessage(ORGANIZATION_RESOURCE, key, values, locale);
    }

    /** @return date, time to the minute and time zone */
    public String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(moment.atZone(zone)) + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(moment.atZone(zone)) + " "
                + DateTimeFormatter.ofPattern("z", locale).format(moment.atZone(zone));
    }
}
