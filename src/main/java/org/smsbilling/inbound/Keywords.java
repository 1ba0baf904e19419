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

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Words that decide when they stand alone. The English ones are those of 47 CFR 64.1200(a)(10) and of the carriers; the others are what Spanish and
 * French speakers write instead. All in plain words (see {@link PlainText}).
 */
final class Keywords {
    private static final Set<String> CARRIER_STOP = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> CARRIER_START = Set.of("START", "YES", "UNSTOP");
    private static final Set<String> CARRIER_HELP = Set.of("HELP", "INFO");
    /** They also decide among courtesies: "please stop, thank you". */
    private static final Set<String> STRONG_STOP = Set.of("stop", "stopall", "unsubscribe", "unsub", "quit", "revoke", "optout", "cancel", "remove",
            "stopp", "sotp", "stpo", "tsop", "stopit", "unsubcribe", "unsuscribe", "unsubscibe",
            "alto", "parar", "pare", "paren", "cancelar", "cancele", "basta", "detener", "detenga", "detengan", "detente", "baja",
            "arret", "arrete", "arretes", "arreter", "arretez", "stopper", "stoppez", "desabonner", "desabonnement", "desinscrire", "desinscription",
            "annuler");
    private static final Set<String> STOP_ALONE = Set.of("end", "fin", "salir", "terminar", "desuscribir", "no more", "no mas", "ya no mas", "ya no",
            "opt out", "remove me", "quitar", "quitarme", "quitenme", "retirer", "retirez moi", "plus de sms");
    private static final Set<String> START = Set.of("start", "unstop", "opt in", "optin", "resubscribe", "comenzar", "iniciar", "empezar", "reanudar",
            "commencer", "demarrer", "reprendre", "start please", "please start");
    private static final Set<String> YES = Set.of("yes", "si", "oui");
    private static final Set<String> HELP = Set.of("help", "info", "help me", "help please", "please help", "ayuda", "informacion", "aide");
    private static final Set<String> COURTESIES = Set.of("please", "pls", "plz", "thanks", "thank", "thx", "you", "u", "now", "it", "ok", "okay",
            "just", "all", "this", "that", "these", "those", "the", "sms", "msg", "msgs", "text", "texts", "texting", "message", "messages",
            "messaging", "asap", "immediately", "hey", "hi", "hello", "no", "already", "again", "wrong", "number", "sorry", "sir", "maam",
            "everything", "forever", "fucking", "damn", "por", "favor", "porfavor", "porfa", "ya", "gracias", "esto", "los", "las", "mensajes",
            "mensaje", "textos", "texto", "todos", "estos", "svp", "stp", "sil", "vous", "te", "plait", "merci", "ces", "les", "des", "maintenant",
            "ca", "tous", "tout");

    private Keywords() { }

    /** @return whether carriers know this text, taken as it came, as one of their own words and answer it unless told otherwise */
    static boolean carrierKnows(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        return CARRIER_STOP.contains(word) || CARRIER_START.contains(word) || CARRIER_HELP.contains(word);
    }

    static boolean start(PlainText text) {
        return START.contains(text.whole()) || START.contains(text.compact());
    }

    static boolean yes(PlainText text) {
        return YES.contains(text.whole());
    }

    static boolean help(PlainText text) {
        return HELP.contains(text.whole()) || HELP.contains(text.compact());
    }

    /** @return whether the whole text is such a word */
    static boolean stop(PlainText text) {
        return STRONG_STOP.contains(text.compact()) || STOP_ALONE.contains(text.compact()) || STOP_ALONE.contains(text.whole())
                || onlyStops(text.whole());
    }

    /** @return whether a sentence is such a word with nothing but courtesies around it */
    static boolean politeStop(String sentence) {
        String[] words = sentence.split(" ");
        return Arrays.stream(words).anyMatch(STRONG_STOP::contains)
                && Arrays.stream(words).allMatch(word -> STRONG_STOP.contains(word) || COURTESIES.contains(word));
    }

    private static boolean onlyStops(String whole) {
        return !whole.isEmpty() && Arrays.stream(whole.split(" ")).allMatch(word -> STRONG_STOP.contains(word) || STOP_ALONE.contains(word));
    }
}
