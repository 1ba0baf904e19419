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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;

/** What is answered by itself, and what the carrier or the network has answered already. */
class AutomaticAnswersTest {

    @ParameterizedTest
    @CsvSource({"STOP, Y, +15005550006, false, true", "STOP, N, +15005550006, false, false", "STOP, N, +15005550006, true, true",
        "STOP, N, +18885550123, false, true", "START, N, +18885550123, false, true", "HELP, N, +18885550123, false, false",
        "HELP, Y, +18885550123, false, true", "please stop texting me, Y, +18885550123, false, false", "Ayuda, Y, +15005550006, false, false"})
    void whatIsAnsweredAlreadyIsNotAnsweredAgain(String body, String carrierAnswers, String sender, boolean carrierSaw, boolean already) {
        assertEquals(already, AutomaticAnswers.answeredAlready(TextClassifier.classify(body, null), OrganizationSettings.of(
                new HashMap<>(Map.of("organizationPartyId", "ORG", "carrierAnswersKeywords", carrierAnswers)), "Org").texting(), sender, carrierSaw));
    }

    @Test
    void aSenderThatIsGoneHasNoNetworkBehindIt() {
        assertEquals(false, AutomaticAnswers.answeredAlready(TextClassifier.classify("STOP", null), OrganizationSettings.of(
                new HashMap<>(Map.of("organizationPartyId", "ORG", "carrierAnswersKeywords", "N")), "Org").texting(), "", false));
    }

    @Test
    void anOptOutIsConfirmedOnceAndSoonOrNotAtAll() {
        Classification stop = TextClassifier.classify("no mas mensajes", null);
        assertEquals(MessageType.OPT_OUT_CONFIRMATION, AutomaticAnswers.type(stop, true, false, Duration.ofMinutes(5)).orElseThrow());
        assertEquals(false, AutomaticAnswers.type(stop, false, false, Duration.ZERO).isPresent());
        assertEquals(false, AutomaticAnswers.type(stop, true, true, Duration.ZERO).isPresent());
        assertEquals(false, AutomaticAnswers.type(stop, true, false, Duration.ofMinutes(6)).isPresent());
    }
}
