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
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.smsbilling.message.IllegalTemplateException.Problem;

/**
 * A text with tokens such as {invoiceNumber}. It is read once into its parts and nothing in it is ever executed; values are put in as they are,
 * so that a value that looks like a token stays a text.
 */
public final class MessageTemplate {

    private final List<Object> parts;
    private final Set<MessageToken> tokens;

    private MessageTemplate(List<Object> parts, Set<MessageToken> tokens) {
        this.parts = parts;
        this.tokens = tokens;
    }

    /** @throws IllegalTemplateException when a token is unknown or not closed, or a brace stands alone */
    public static MessageTemplate parse(String text) {
        List<Object> parts = new ArrayList<>();
        Set<MessageToken> tokens = EnumSet.noneOf(MessageToken.class);
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            int end = open < 0 ? text.length() : open;
            String literal = text.substring(from, end);
            if (literal.indexOf('}') >= 0) {
                throw new IllegalTemplateException(Problem.STRAY_BRACE, "", from + literal.indexOf('}'));
            }
            parts.add(literal);
            from = end;
            if (open >= 0) {
                MessageToken token = token(text, open);
                parts.add(token);
                tokens.add(token);
                from = text.indexOf('}', open) + 1;
            }
        }
        return new MessageTemplate(parts, tokens);
    }

    private static MessageToken token(String text, int open) {
        int close = text.indexOf('}', open);
        int another = text.indexOf('{', open + 1);
        if (close < 0 || another >= 0 && another < close) {
            throw new IllegalTemplateException(Problem.UNCLOSED_TOKEN, text.substring(open + 1, another < 0 ? text.length() : another), open);
        }
        String name = text.substring(open + 1, close);
        return MessageToken.of(name).orElseThrow(() -> new IllegalTemplateException(Problem.UNKNOWN_TOKEN, name, open));
    }

    /** @return the tokens that it names */
    public Set<MessageToken> tokens() {
        return Collections.unmodifiableSet(tokens);
    }

    /** @param values a token without a value is left out; line breaks and other control characters in values become spaces */
    public String render(Map<MessageToken, String> values) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part instanceof MessageToken token ? inLine(values.getOrDefault(token, "")) : part);
        }
        return text.toString();
    }

    private static String inLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
