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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextClassifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop", "Stop.", " STOP! ", "STOP \uD83D\uDED1", "\uFF33\uFF34\uFF2F\uFF30", "s.t.o.p", "S T O P",
        "stop stop stop",
        "STOPALL", "stop all", "UNSUBSCRIBE", "cancel", "END", "Quit", "REVOKE", "optout", "opt-out", "Opt out", "unsub", "sotp", "st\u200Bop",
        "stop\u00A0",
        "ALTO", "\u00A1Alto!", "Parar", "BASTA", "baja", "cancelar", "no m\u00E1s", "NO MAS!!", "ARRET", "Arr\u00EAt", "arre\u0302tez", "STOPP",
        "fin",
        "please stop", "Stop please, thank you", "just stop", "STOP NOW!!!", "stop it", "por favor alto", "arr\u00EAtez svp", "remove me",
        "No more", "d\u00E9sinscription"})
    void aStopWordRevokes(String text) {
        assertEquals(Intent.OPT_OUT, intent(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"please stop texting me", "PLEASE STOP TEXTING ME!!", "Can you stop sending me these messages", "stop these texts",
        "I paid already. Stop.", "I already paid this, stop", "wrong number stop", "Wrong number. STOP", "don't text me",
        "Don\u2019t text me again",
        "do not contact me anymore", "do not text this number", "Never text me again", "no more texts please", "no more messages",
        "take me off your list", "Take me off", "remove me from this list", "please remove my number", "lose my number", "delete my number",
        "take my number off your list", "unsubscribe me", "I want to unsubscribe", "opt me out", "I would like to opt out", "how do I unsubscribe?",
        "I don't want these texts", "I no longer wish to receive messages", "i do not want to be contacted", "leave me alone", "cease and desist",
        "I revoke my consent", "I withdraw my consent to texts", "cancel these texts", "cancel my text alerts", "stop fucking texting me",
        "quit texting", "stop harassing us", "dont send me any more texts", "If you don't stop I will sue", "Hi\nstop texting me\nthanks",
        "\uD83D\uDE21 stop messaging me \uD83D\uDE21", "how do i stop these texts", "stop with these messages",
        "no me env\u00EDen m\u00E1s mensajes", "No me escriban", "dejen de mandarme mensajes", "deje de escribirme",
        "ya no quiero recibir mensajes",
        "no quiero m\u00E1s textos", "qu\u00EDtenme de su lista", "borren mi n\u00FAmero", "eliminen mi n\u00FAmero de su lista",
        "quiero darme de baja",
        "i dont consent to receive texts", "I never agreed to be texted", "No autorizo mensajes", "arrete de m envoyer des messages",
        "cancelar mi suscripci\u00F3n", "d\u00E9jenme en paz", "No m\u00E1s mensajes por favor", "ya no m\u00E1s",
        "arr\u00EAtez de m'envoyer des SMS", "Arr\u00EAtez les messages", "arr\u00EAte de m\u2019\u00E9crire", "ne m'envoyez plus de messages",
        "ne me contactez plus", "je ne veux plus recevoir de SMS", "plus de messages svp", "d\u00E9sabonnez-moi", "je veux me d\u00E9sabonner",
        "retirez-moi de votre liste", "supprimez mon num\u00E9ro", "laissez-moi tranquille", "d\u00E9sinscrivez moi"})
    void freeTextThatClearlyRevokesIsARevocation(String text) {
        Classification classification = TextClassifier.classify(text, null);
        assertEquals(Intent.OPT_OUT, classification.intent());
        assertFalse(classification.carrierAnswers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong number", "Sorry, wrong number", "You have the wrong number", "this is the wrong number",
        "hi you texted the wrong person",
        "n\u00FAmero equivocado", "Es un n\u00FAmero equivocado", "mauvais num\u00E9ro", "C'est un faux num\u00E9ro"})
    void theWrongNumberIsOneOfItsOwn(String text) {
        assertEquals(Intent.WRONG_NUMBER, intent(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"can I stop by the office tomorrow?", "don't stop", "Please don't stop the service", "Do not cancel my lease",
        "never stop",
        "why did you stop texting me the links?", "When did you stop the water?", "please cancel the invoice, it is wrong",
        "Reply STOP to opt out - what does that mean?", "is this a scam?", "I'll stop payment on the check", "remove the late fee please",
        "don't text me after 9pm", "take me off autopay", "how do I opt out of paper bills", "you gave me the wrong number for the office",
        "my lawyer will call you", "no pares", "no cancelen mi contrato", "n'arr\u00EAtez pas", "enough with the texts", "parale ya",
        "\uD83D\uDED1", "\u270B"})
    void whatMayBeARevocationIsReadByAPerson(String text) {
        assertEquals(Intent.UNCLEAR, intent(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Thanks, paid!", "I will pay at the end of the month", "Who is this?", "call me please",
        "I need help with my invoice",
        "yes please", "no", "ok", "\uD83D\uDC4D", "Can you start on Monday?", "the weekend", "para el lunes", "no me mandaron la factura",
        "don't call me, text me", "I don't text while driving", "je paie lundi", "\u0634\u0643\u0631\u0627", "\u00BFcu\u00E1nto debo?"})
    void everythingElseIsAReply(String text) {
        assertEquals(Intent.REPLY, intent(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "start", "Start!", "UNSTOP", "un-stop", "COMENZAR", "opt in", "d\u00E9marrer"})
    void aStartWordOptsIn(String text) {
        assertEquals(Intent.OPT_IN, intent(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"YES", "yes.", "s\u00ED", "S\u00CD!", "Oui"})
    void aYesIsAYes(String text) {
        assertEquals(Intent.YES, intent(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "help!", "INFO", "help me", "AYUDA", "aide"})
    void aHelpWordAsksForHelp(String text) {
        assertEquals(Intent.HELP, intent(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop", " Stop ", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "START", "YES",
        "UNSTOP",
        "HELP", "INFO"})
    void theCarrierAnswersItsOwnWordsWhenTheyStandAlone(String text) {
        assertTrue(TextClassifier.classify(text, null).carrierAnswers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stop.", "STOP please", "ALTO", "arr\u00EAt", "stop stop", "opt out", "AYUDA", "help!"})
    void theCarrierAnswersNothingElse(String text) {
        assertFalse(TextClassifier.classify(text, null).carrierAnswers());
    }

    @Test
    void whatTheCarrierTookItForCounts() {
        assertEquals(new Classification(Intent.OPT_OUT, "STOP", true), TextClassifier.classify("genug jetzt", "STOP"));
        assertEquals(new Classification(Intent.OPT_IN, "START", true), TextClassifier.classify("los", "START"));
        assertEquals(new Classification(Intent.HELP, "help", true), TextClassifier.classify("hilfe", "help"));
        assertEquals(Intent.REPLY, TextClassifier.classify("danke", "SOMETHING_NEW").intent());
    }

    @Test
    void itNamesTheWordsThatDecided() {
        assertEquals("stop texting me", TextClassifier.classify("Hi!! I paid. Stop texting me. Thanks", null).words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop ", "please all these me ", "i dont want to get any more ", "no me envie ", "a", "wrong ", "quite me "})
    void aLongTextIsReadAtOnce(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> intent(part.repeat(1600 / part.length() + 1) + "x"));
    }

    private static Intent intent(String text) {
        return TextClassifier.classify(text, null).intent();
    }
}
