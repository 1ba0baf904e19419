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

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilProperties;

/** The texts that ship with the component: labels, in three languages. */
public final class ShippedTexts {

    /** Languages that they exist in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, new Locale("es"), Locale.FRENCH);

    private static final String MAIL_RESOURCE = "SmsBillingMailLabels";

    private ShippedTexts() { }

    /** @return whether there are texts in the language of a locale */
    public static boolean speak(Locale locale) {
        return LANGUAGES.stream().anyMatch(language -> language.getLanguage().equals(locale.getLanguage()));
    }

    /** @param locale that they speak. @return template of a text message */
    public static String sms(MessageType type, Locale locale) {
        return UtilProperties.getMessage(MessageLabels.RESOURCE, "SmsBillingText_" + type, new Locale(locale.getLanguage()));
    }

    /** @param locale that they speak. @return template of an e-mail's subject */
    public static String mailSubject(MessageType type, Locale locale) {
        return mail("SmsBillingMailSubject_" + type, locale);
    }

    /** @param locale that they speak. @return template of an e-mail's body: lines, with empty ones between paragraphs */
    public static String mailBody(MessageType type, Locale locale) {
        return mail("SmsBillingMail_" + type, locale);
    }

    private static String mail(String key, Locale locale) {
        String label = UtilProperties.getMessage(MAIL_RESOURCE, key, new Locale(locale.getLanguage()));
        return label.strip().lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
