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

import java.util.Locale;

/**
 * The template that a message is made from.
 *
 * @param templateId null for one that ships with the component
 * @param version of the template, null for one that ships with the component
 * @param locale that it is written in
 * @param subject of an e-mail; null for a text message
 */
public record ChosenTemplate(String templateId, Long version, Locale locale, MessageTemplate subject, MessageTemplate body) {

    /** @return how its reader reads it: as asked for when that is the language of the template, else as the template is written */
    Locale readAs(Locale asked) {
        return asked.getLanguage().equals(locale.getLanguage()) ? asked : locale;
    }
}
