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

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with tokens such as {invoiceNumber} and optional parts such as [[ Due {dueDate}.]], which are left out when a token in them has nothing to
 * tell; [[Due {dueDate}.||Due now.]] says what stands there instead. It is read once into its parts and nothing in it is ever executed; values are
 * put in as they are, so that a value that looks like a token stays a text.
 */
public final class MessageTemplate {

    private final List<TemplatePart> parts;
    private final Set<MessageToken> tokens = EnumSet.noneOf(MessageToken.class);

    private MessageTemplate(List<TemplatePart> parts) {
        this.parts = parts;
        uses().forEach(use -> tokens.add(use.token()));
    }

    /** How words and values are written. */
    interface Form {
        /** As it is. */
        Form PLAIN = new Form() { };

        default String words(String text) {
            return text;
        }

        default String value(TokenUse use, String value) {
            return value;
        }
    }

    /** @throws IllegalTemplateException when a token is unknown or not closed, a brace stands alone, or an optional part is wrong */
    public static MessageTemplate parse(String text) {
        return new MessageTemplate(TemplateParser.parse(text));
    }

    /** @return the tokens that it names */
    public Set<MessageToken> tokens() {
        return Collections.unmodifiableSet(tokens);
    }

    /** @return the tokens with the attributes that it names, in order, each once */
    public Set<TokenUse> uses() {
        return parts.stream().flatMap(MessageTemplate::each).flatMap(MessageTemplate::use).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return those that stand outside of optional parts */
    public Set<TokenUse> always() {
        return parts.stream().flatMap(MessageTemplate::use).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param values a token without a value is left out; line breaks and other control characters in values become spaces */
    public String render(Map<MessageToken, String> values) {
        return render(new MessageValues(values::get, Map.of()), Form.PLAIN);
    }

    String render(MessageValues values, Form form) {
        StringBuilder text = new StringBuilder();
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Choice choice) {
                choice.texts().stream().filter(one -> one.stream().flatMap(MessageTemplate::use).noneMatch(use -> values.of(use).isEmpty()))
                        .findFirst().ifPresent(one -> one.forEach(simple -> append(text, simple, values, form)));
            } else {
                append(text, part, values, form);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, TemplatePart part, MessageValues values, Form form) {
        if (part instanceof TemplatePart.Words words) {
            text.append(form.words(words.text()));
        } else if (part instanceof TemplatePart.Value value) {
            text.append(form.value(value.use(), values.of(value.use())));
        }
    }

    private static Stream<TemplatePart> each(TemplatePart part) {
        return part instanceof TemplatePart.Choice choice ? choice.texts().stream().flatMap(List::stream) : Stream.of(part);
    }

    private static Stream<TokenUse> use(TemplatePart part) {
        return part instanceof TemplatePart.Value value ? Stream.of(value.use()) : Stream.empty();
    }
}
