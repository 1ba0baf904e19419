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

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Free text that ends texts, as 47 CFR 64.1200(a)(10) has it: whatever a reasonable person understands as a revocation. What only looks like one is
 * left to a person. Patterns are matched against plain sentences (see {@link PlainText}).
 */
final class Revocations {
    private static final String TEXTS = "(texting|txting|texts|txts|messaging|messages|msgs|sms|reminders|notifications|alerts)";
    private static final String NOISE = "( (please|pls|the|these|this|those|that|all|your|any|more|me|us|with|of|fucking|damn|annoying|automated"
            + "|stupid|sending))*";

    /** What clearly ends texts. */
    private static final List<Pattern> CLEAR = patterns(
            "\\b(stop|quit|cease|halt)" + NOISE + " (" + TEXTS + "|contacting|bothering|harassing|spamming|bugging|writing)\\b",
            "\\b(stop|quit|cease) (sending|texting|messaging) (me|us|this|these|those|them|it|stuff|anything)\\b",
            "(?<!\\bi )\\b(dont|do not|never)( ever)? (text|txt|message|msg|contact|sms|bother)( to)? (me|us|this number|this phone|my number"
                    + "|my phone|my cell)\\b(?! (after|before|at|during|on|until|today|tomorrow|while|between|about))",
            "(?<!\\bi )\\b(dont|do not|never)( ever)? (text|txt|message|contact)( (again|anymore|please|here))*$",
            "\\b(dont|do not|never)( ever)? send( me| us)?( (any|these|more|anymore|those|such))* (" + TEXTS + "|anything)\\b",
            "\\bno more" + NOISE + " " + TEXTS + "\\b",
            "\\b(take|remove|delete|get|drop) (me|us) (off|from|out)( (of|your|the|this|that|these|any|all|text|sms|mailing|contact|calling)){0,4}"
                    + "( (list|lists|system|database|texts|messages|sms|contacts))?$",
            "\\b(remove|delete|erase|lose|forget) (my|this|our) (number|phone|cell|phone number|cell number|contact|info)\\b",
            "\\b(take|get) (my|this|our) (name|number|phone number) (off|out|from)\\b",
            "\\b(unsubscribe|opt) (me|us)\\b",
            "\\bunsubscribe from\\b",
            "\\b(want|wish|like|need|trying|how do i|how can i|how do we|please|i)( to)? (unsubscribe|optout|opt out)(?! of (?!(texts|messages"
                    + "|sms|this|these|all|your|text)\\b))\\b",
            "\\bhow (do|can) (i|we) stop (this|these|it|them|getting|receiving)\\b",
            "\\bi am opting out\\b|\\bim opting out\\b",
            "\\b(no longer|dont|do not|not) (want|wish)( to)?( receive| get| be| any| more| your| these| getting| receiving| anymore)* (" + TEXTS
                    + "|texted|contacted|messaged)\\b",
            "\\b(leave|left) (me|us) alone\\b",
            "\\bcease and desist\\b",
            "\\b(revoke|revoking|withdraw|withdrawing|rescind) (my |all |any |this )?(consent|permission|authorization)\\b",
            "\\bi revoke\\b",
            "\\b(cancel|end)( (my|these|the|all|this|your))* (texts|messages|sms|text messages|text alerts|alerts|reminders|notifications)\\b",
            "\\b(deje|dejen|deja|dejad|pare|paren|para|basta)( ya)? de (enviar|mandar|escribir|molestar|textear|mensajear|contactar)\\w*",
            "\\bno (me|nos) (envie|envies|envien|mande|mandes|manden|escriba|escribas|escriban|textee|textees|texteen|contacte|contactes|contacten"
                    + "|moleste|molestes|molesten)(( \\w+){0,2} (mas|mensajes|textos|sms|nada)\\b|$)",
            "\\bno (quiero|deseo)( \\w+){0,2} (mensajes|textos|sms|contacten)\\b",
            "\\bno (autorizo|acepto|consiento)( \\w+){0,3} (mensajes|textos|sms)\\b",
            "\\b(dont|do not|didnt|did not|never)( \\w+)? (consent|consented|agree|agreed)( \\w+){0,4} (texts|messages|sms|texted|messaged)\\b",
            "\\bno mas (mensajes|textos|sms)\\b|^(ya )?no mas( por favor| gracias)?$",
            "\\b(quite|quiten|quita|saque|saquen|saca|borre|borren|borra|elimine|eliminen|elimina|retire|retiren)(n?me|n?nos)?( \\w+){0,3} (lista"
                    + "|listas|mi numero|este numero|sistema)\\b",
            "\\b(darme|dar|darse|dame|denme|deme|dadme) de baja\\b",
            "\\bcancel(ar|e|en|a)( \\w+){0,2} (suscripcion|mensajes|textos|sms)\\b",
            "\\bdej(en|e|a)me en paz\\b",
            "\\barret(e|es|ez|er|ons)( (de|dans|des|les|vos|ces|tous|mes|svp))* (messages|message|sms|textos|texto|m ?envoyer|m ?ecrire|denvoyer"
                    + "|envoyer|decrire|ecrire|mharceler|harceler|contacter|me contacter|texter|me texter|mimportuner)\\b",
            "\\bne (menvoyez|menvoie|menvoyer|mecrivez|mecris|me contactez|me contacte|me textez|nous contactez|nous envoyez)( \\w+)? (plus|pas)\\b",
            "^plus (de|aucun) (message|messages|sms|textos|texto)\\b",
            "\\bje ne (veux|souhaite|desire) plus( \\w+){0,3}( (messages|sms|textos|contacte|contactee|recevoir))\\b",
            "\\b(desabonnez|desabonne|desinscrivez|desinscris)( moi| nous)?\\b|\\bme (desabonner|desinscrire)\\b",
            "\\b(retirez|retirer|enlevez|supprimez|effacez|rayez)( moi)?( \\w+){0,2} (liste|mon numero|ce numero)\\b",
            "\\b(laissez|laisse) (moi|nous) tranquilles?\\b|\\b(fichez|foutez) (moi|nous) la paix\\b");

    private static final Pattern THREAT = Pattern.compile("\\bif (you|u|yall) (dont|do not) stop\\b");

    /** What denies or asks about the words that follow: "don't stop", "did you stop texting me?". */
    private static final List<Pattern> NEGATED = patterns(
            "\\b(dont|do not|doesnt|does not|never|didnt|did not|cant|cannot|can not|wont|will not|not)( \\w+)? (stop|unsubscribe|cancel|quit|remove"
                    + "|revoke|opt)\\b",
            "\\b(did|have|has|had|before|until|if)( \\w+){1,2} (stop|stopped|cancel|cancelled|quit|unsubscribe|unsubscribed)\\b",
            "\\bno (me |nos |se )?(pare|pares|paren|parar|cancele|canceles|cancelen|cancelar|detenga|detengan|detener)\\b",
            "\\b(narret\\w+|ne (pas |vous )?arret\\w+|ne me desabonn\\w+)\\b",
            "\\b(reply|text|send|answer|responda|repondez) (stop|help|alto|arret)\\b");

    private static final List<Pattern> WRONG_NUMBER = patterns(
            "^((sorry|you|u|have|has|got|hi|hey|hello|the|this|is|a|its|it|youve|i|think|im|afraid|texted|texting|man|sir|maam|but|that) )*wrong"
                    + " (number|person)( (sorry|please|man|sir|maam|here|buddy))*$",
            "^((hola|perdon|lo|siento|es|un|el|tiene|este) )*numero equivocado( (perdon|gracias))*$",
            "^((bonjour|desole|cest|le|un|vous|avez) )*(mauvais|faux) numero( (desole|merci))*$|^erreur de numero$");

    /** What makes a person read it. */
    private static final Pattern HINTS = Pattern.compile("\\b(stop|stops|stopped|stopping|unsubscribe|unsubscribed|unsubscribing|cancel\\w*"
            + "|quit|revoke|optout|opt out|opted out|remove|spam|scam|harass\\w*|tcpa|fcc|lawyer|attorney|report you|wrong number|wrong person"
            + "|leave me|enough|consent|parale|parenle|autorizo"
            + "|take me off|(?<!i )dont text|(?<!i )do not text|dont contact|do not contact"
            + "|alto|pares?|paren|parar|baja|basta|no mas|equivocad[oa]|n?arret\\w*|desabonn\\w*|desinscri\\w*"
            + "|mauvais numero|faux numero|stopp)\\b");

    private Revocations() { }

    static boolean clear(String sentence) {
        boolean negated = NEGATED.stream().anyMatch(pattern -> pattern.matcher(sentence).find());
        return THREAT.matcher(sentence).find() || !negated && (Keywords.politeStop(sentence)
                || CLEAR.stream().anyMatch(pattern -> pattern.matcher(sentence).find()));
    }

    static boolean wrongNumber(String sentence) {
        return WRONG_NUMBER.stream().anyMatch(pattern -> pattern.matcher(sentence).find());
    }

    static boolean possible(String sentence) {
        return HINTS.matcher(sentence).find();
    }

    private static List<Pattern> patterns(String... expressions) {
        return Stream.of(expressions).map(Pattern::compile).collect(Collectors.toUnmodifiableList());
    }
}
