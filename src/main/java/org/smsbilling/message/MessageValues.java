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

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the tokens of a template stand for in one message. A token is looked up when a template names it, and then once. Not thread-safe. */
final class MessageValues {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final Function<MessageToken, String> tokens;
    private final Map<MessageToken, String> known = new EnumMap<>(MessageToken.class);
    private final Map<String, String> attributes;

    /**
     * @param tokens texts by token; one that is null or empty has nothing to tell
     * @param attributes of the invoices, name to value
     */
    MessageValues(Function<MessageToken, String> tokens, Map<String, String> attributes) {
        this.tokens = tokens;
        this.attributes = attributes;
    }

    /** @return in one line: line breaks and other control characters become spaces; empty when there is nothing to tell */
    String of(TokenUse use) {
        return use.attribute() == null ? known.computeIfAbsent(use.token(), token -> oneLine(tokens.apply(token)))
                : oneLine(attribute(use.attribute()));
    }

    private static String oneLine(String value) {
        return value == null ? "" : CONTROL.matcher(value).replaceAll(" ").strip();
    }

    private String attribute(String name) {
        String exact = attributes.get(name);
        return exact != null ? exact : attributes.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue).findFirst().orElse("");
    }
}
