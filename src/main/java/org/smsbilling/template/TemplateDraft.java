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

import java.util.Locale;

import org.smsbilling.message.MessageChannel;
import org.smsbilling.message.MessageType;

/**
 * A text as somebody wrote it.
 *
 * @param subject of an e-mail; empty for a text message
 * @param body with single line feeds, without blanks at the ends of lines and at both ends
 */
record TemplateDraft(MessageType type, MessageChannel channel, Locale locale, String subject, String body) {

    static TemplateDraft of(MessageType type, MessageChannel channel, Locale locale, String subject, String body) {
        return new TemplateDraft(type, channel, locale, channel == MessageChannel.SMS ? "" : tidy(subject).replace('\n', ' '), tidy(body));
    }

    private static String tidy(String typed) {
        return typed == null ? "" : typed.replaceAll("\\r\\n?", "\n").replaceAll("[ \\t]+(?=\n)", "").strip();
    }

    String localeString() {
        return locale.toString();
    }

    boolean mail() {
        return channel == MessageChannel.EMAIL;
    }
}
