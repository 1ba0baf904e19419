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

import java.util.Map;

/**
 * What the tokens of a template stand for in one message.
 *
 * @param tokens texts by token; one that is missing is empty
 * @param attributes of the invoices, name to value
 */
record MessageValues(Map<MessageToken, String> tokens, Map<String, String> attributes) {

    /** @return in one line: line breaks and other control characters become spaces; empty when there is nothing to tell */
    String of(TokenUse use) {
        String value = use.attribute() == null ? tokens.get(use.token()) : attribute(use.attribute());
        return value == null ? "" : value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private String attribute(String name) {
        String exact = attributes.get(name);
        return exact != null ? exact : attributes.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue).findFirst().orElse("");
    }
}
