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
package org.smsbilling.inbound;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;
import org.smsbilling.message.MessageLabels;

/** Words about conversations in a user's language. */
final class InboundWords {
    private static final String RESOURCE = "SmsBillingInboundLabels";

    private final Locale locale;

    InboundWords(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    MessageLabels messages() {
        return new MessageLabels(locale);
    }

    String of(String key) {
        return UtilProperties.getMessage(RESOURCE, key, locale);
    }

    /** @param values texts only */
    String of(String key, Map<String, String> values) {
        return UtilProperties.getMessage(RESOURCE, key, values, locale);
    }

    String organization(String key, Map<String, String> values) {
        return UtilProperties.getMessage("SmsBillingOrganizationLabels", key, values, locale);
    }

    String time(Instant moment, ZoneId zone) {
        return messages().time(moment, zone);
    }
}
