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
package org.smsbilling.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.smsbilling.paylink.PayToken;
import org.smsbilling.provider.TakenSms;

/**
 * How a message of ours is recognised among the carrier's: by the hash of the token in it, or, when it has no pay link, by its whole text.
 *
 * @param tokenHashes of the message's pay links
 * @param body of the message, which is compared only when it has no link
 */
record SameText(Set<String> tokenHashes, String body) {

    private static final Pattern TOKEN = Pattern.compile("/([A-Za-z0-9_-]{" + PayToken.LENGTH + "})(?![A-Za-z0-9_-])");

    /** @return whether it is; empty when the carrier forgot the text, so that nobody can tell */
    Optional<Boolean> as(TakenSms taken) {
        if (taken.body().isEmpty()) {
            return Optional.empty();
        }
        if (tokenHashes.isEmpty()) {
            return Optional.of(TOKEN.matcher(taken.body()).replaceAll(token -> "/" + "*".repeat(PayToken.LENGTH)).equals(body));
        }
        Matcher tokens = TOKEN.matcher(taken.body());
        while (tokens.find()) {
            if (tokenHashes.contains(PayToken.hash(tokens.group(1)))) {
                return Optional.of(true);
            }
        }
        return Optional.of(false);
    }

    @Override
    public String toString() {
        return "SameText[" + tokenHashes.size() + " links]";
    }
}
