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

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A token as a template names it.
 *
 * @param attribute name of the invoice's attribute; null for tokens that are none
 */
public record TokenUse(MessageToken token, String attribute) {

    /** Between "attribute" and the name. */
    static final String PREFIX = MessageToken.ATTRIBUTE.title() + ":";

    /** Attributes that are tokens by their own names. */
    private static final Set<MessageToken> OWN_NAMES = EnumSet.of(MessageToken.PROPERTY, MessageToken.UNIT, MessageToken.PERIOD);

    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[\\p{L}\\p{N}_.\\- ]{1,60}");

    /** @param title what stands between the braces. @return empty when there is no such token */
    static Optional<TokenUse> of(String title) {
        if (title.startsWith(PREFIX)) {
            String name = title.substring(PREFIX.length());
            return ATTRIBUTE_NAME.matcher(name).matches() ? Optional.of(new TokenUse(MessageToken.ATTRIBUTE, name)) : Optional.empty();
        }
        return MessageToken.of(title).filter(token -> token != MessageToken.ATTRIBUTE)
                .map(token -> new TokenUse(token, OWN_NAMES.contains(token) ? token.title() : null));
    }

    /** @return as it stands in a template, with its braces */
    public String written() {
        return "{" + (token == MessageToken.ATTRIBUTE ? PREFIX + attribute : token.title()) + "}";
    }
}
