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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.smsbilling.paylink.PayToken;
import org.smsbilling.provider.TakenSms;

/** How a text is recognised at the carrier. */
class SameTextTest {

    private static final String TOKEN = "AbCdEfGhIjKlMnOpQrSt_-";

    @Test
    void aTextIsTheSameByTheTokenInItWhateverElseChanged() {
        SameText text = new SameText(Set.of(PayToken.hash(TOKEN)),
                "Oak: invoice 1. Pay here: https://pay.example.com/pay/control/p/" + "*".repeat(22));
        assertEquals(Optional.of(true), text.as(taken("Oak: Rechnung 1. https://pay.example.com/pay/control/p/" + TOKEN + ". Reply STOP")));
        assertEquals(Optional.of(false), text.as(taken("Oak: invoice 1. Pay here: https://pay.example.com/pay/control/p/BbCdEfGhIjKlMnOpQrSt_-")));
        assertEquals(Optional.of(false), text.as(taken("Oak: https://pay.example.com/pay/control/p/" + TOKEN + "x")));
    }

    @Test
    void withoutALinkTheWholeTextDecides() {
        SameText text = new SameText(Set.of(), "Oak: you are subscribed.");
        assertEquals(Optional.of(true), text.as(taken("Oak: you are subscribed.")));
        assertEquals(Optional.of(false), text.as(taken("Oak: you are subscribed")));
    }

    @Test
    void ofATextThatTheCarrierForgotNobodyCanTell() {
        assertEquals(Optional.empty(), new SameText(Set.of(PayToken.hash(TOKEN)), "x").as(taken("")));
        assertEquals(Optional.empty(), new SameText(Set.of(), "x").as(taken("")));
    }

    @Test
    void noTextIsPrinted() {
        assertFalse(taken("secret").toString().contains("secret"));
    }

    private static TakenSms taken(String body) {
        return new TakenSms("SM1", body, Instant.parse("2026-03-04T17:00:00Z"), 1);
    }
}
