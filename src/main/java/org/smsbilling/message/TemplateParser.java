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
import java.util.List;

import org.smsbilling.message.IllegalTemplateException.Problem;

/** Reads a template once, from its first character to its last. */
final class TemplateParser {

    static final String OPEN = "[[";
    static final String CLOSE = "]]";
    static final String OR = "||";

    private final String text;
    private int at;

    private TemplateParser(String text) {
        this.text = text;
    }

    /** @throws IllegalTemplateException for the first thing that is wrong */
    static List<TemplatePart> parse(String text) {
        TemplateParser parser = new TemplateParser(text);
        List<TemplatePart> parts = new ArrayList<>();
        while (parser.at < text.length()) {
            if (text.startsWith(OPEN, parser.at)) {
                parts.add(parser.choice());
            } else if (text.startsWith(CLOSE, parser.at)) {
                throw new IllegalTemplateException(Problem.STRAY_PART_END, "", parser.at);
            } else {
                parts.add(parser.simple(false));
            }
        }
        return parts;
    }

    private TemplatePart choice() {
        int open = at;
        at += OPEN.length();
        List<List<TemplatePart>> texts = new ArrayList<>();
        List<TemplatePart> current = new ArrayList<>();
        while (!text.startsWith(CLOSE, at)) {
            if (at >= text.length()) {
                throw new IllegalTemplateException(Problem.UNCLOSED_PART, "", open);
            } else if (text.startsWith(OPEN, at)) {
                throw new IllegalTemplateException(Problem.NESTED_PART, "", at);
            } else if (text.startsWith(OR, at)) {
                texts.add(named(current, open));
                current = new ArrayList<>();
                at += OR.length();
            } else {
                current.add(simple(true));
            }
        }
        at += CLOSE.length();
        texts.add(texts.isEmpty() ? named(current, open) : current);
        return new TemplatePart.Choice(List.copyOf(texts));
    }

    private static List<TemplatePart> named(List<TemplatePart> parts, int open) {
        if (parts.stream().noneMatch(TemplatePart.Value.class::isInstance)) {
            throw new IllegalTemplateException(Problem.PART_WITHOUT_TOKEN, "", open);
        }
        return List.copyOf(parts);
    }

    private TemplatePart simple(boolean inChoice) {
        if (text.charAt(at) == '}') {
            throw new IllegalTemplateException(Problem.STRAY_BRACE, "", at);
        }
        return text.charAt(at) == '{' ? value() : words(inChoice);
    }

    private TemplatePart value() {
        int close = text.indexOf('}', at);
        int end = at + 1;
        while (end < text.length() && "{}\n".indexOf(text.charAt(end)) < 0 && !text.startsWith(CLOSE, end) && !text.startsWith(OR, end)) {
            end++;
        }
        String name = text.substring(at + 1, end);
        if (end != close) {
            throw new IllegalTemplateException(Problem.UNCLOSED_TOKEN, name, at);
        }
        int open = at;
        at = close + 1;
        return new TemplatePart.Value(TokenUse.of(name)
                .orElseThrow(() -> new IllegalTemplateException(Problem.UNKNOWN_TOKEN, name, open)));
    }

    private TemplatePart words(boolean inChoice) {
        int from = at;
        do {
            at++;
        } while (at < text.length() && "{}".indexOf(text.charAt(at)) < 0 && !text.startsWith(OPEN, at) && !text.startsWith(CLOSE, at)
                && !(inChoice && text.startsWith(OR, at)));
        return new TemplatePart.Words(text.substring(from, at));
    }
}
