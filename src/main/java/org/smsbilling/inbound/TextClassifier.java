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
package org.smsbilling.inbound;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what the sender of a text wants. A clear revocation is one in whatever language and with whatever else beside it; a text that may be one is
 * for a person to read; nothing else ends texts.
 */
public final class TextClassifier {
    private static final Pattern STOP_SIGNS = Pattern.compile("\uD83D\uDED1|\u26D4|\u270B|\uD83D\uDEAB");

    private TextClassifier() { }

    /**
     * @param body as it came
     * @param carrierOptOutType what the carrier took it for (Twilio's OptOutType: STOP, START or HELP), or null
     */
    public static Classification classify(String body, String carrierOptOutType) {
        Optional<Intent> carriers = carriers(carrierOptOutType);
        if (carriers.isPresent()) {
            return new Classification(carriers.get(), carrierOptOutType.strip(), true);
        }
        PlainText text = PlainText.of(body);
        boolean carrierAnswers = Keywords.carrierKnows(body);
        Intent intent = Keywords.start(text) ? Intent.OPT_IN : Keywords.yes(text) ? Intent.YES : Keywords.help(text) ? Intent.HELP
                : Keywords.stop(text) ? Intent.OPT_OUT : null;
        return intent == null ? free(text, body) : new Classification(intent, text.whole(), carrierAnswers);
    }

    private static Classification free(PlainText text, String body) {
        for (String sentence : text.sentences()) {
            if (Revocations.clear(sentence)) {
                return new Classification(Intent.OPT_OUT, sentence, false);
            }
        }
        for (String sentence : text.sentences()) {
            if (Revocations.wrongNumber(sentence)) {
                return new Classification(Intent.WRONG_NUMBER, sentence, false);
            }
        }
        for (String sentence : text.sentences()) {
            if (Revocations.possible(sentence)) {
                return new Classification(Intent.UNCLEAR, sentence, false);
            }
        }
        return new Classification(STOP_SIGNS.matcher(body).find() ? Intent.UNCLEAR : Intent.REPLY, "", false);
    }

    private static Optional<Intent> carriers(String optOutType) {
        return switch (optOutType == null ? "" : optOutType.strip().toUpperCase(Locale.ROOT)) {
        case "STOP" -> Optional.of(Intent.OPT_OUT);
        case "START" -> Optional.of(Intent.OPT_IN);
        case "HELP" -> Optional.of(Intent.HELP);
        default -> Optional.empty();
        };
    }
}
