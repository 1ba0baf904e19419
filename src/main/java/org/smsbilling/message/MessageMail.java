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

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An e-mail, rendered.
 *
 * @param subject one line
 * @param html body, in which everything but paragraphs, line breaks and links is escaped; it may hold a pay link, so never print it
 * @param plain the same body as plain text
 * @param templateId of the template that it was made from, or null
 * @param templateVersion of that template, or null
 */
public record MessageMail(String subject, String html, String plain, String templateId, Long templateVersion) {

    private static final MessageTemplate.Form HTML = new MessageTemplate.Form() {
        @Override
        public String words(String text) {
            return escaped(text);
        }

        @Override
        public String value(TokenUse use, String value) {
            boolean link = use.token() == MessageToken.LINK || use.token() == MessageToken.PREFERENCES_LINK;
            return link && !value.isEmpty() ? "<a href=\"" + escaped(value) + "\">" + escaped(value) + "</a>" : escaped(value);
        }
    };

    /** @param type one that exists as an e-mail */
    public static MessageMail of(MessageType type, MessageFacts facts, MessageTemplates templates) {
        return of(templates.choose(facts.settings(), type, MessageChannel.EMAIL, facts.locale(), facts.content().templateId()), facts);
    }

    /** @return what a template makes of facts */
    public static MessageMail of(ChosenTemplate chosen, MessageFacts facts) {
        MessageValues values = facts.in(chosen.readAs(facts.locale())).values();
        String html = Arrays.stream(chosen.body().render(values, HTML).strip().split("\n\\s*\n"))
                .map(paragraph -> "<p>" + paragraph.strip().replace("\n", "<br/>\n") + "</p>").collect(Collectors.joining("\n"));
        return new MessageMail(chosen.subject().render(values, MessageTemplate.Form.PLAIN).replaceAll("\\s+", " ").strip(), html,
                chosen.body().render(values, MessageTemplate.Form.PLAIN).strip().replaceAll("\n{3,}", "\n\n"), chosen.templateId(), chosen.version());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return "MessageMail[" + plain.length() + " characters]";
    }
}
