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
package org.smsbilling.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.message.MessageChannel;
import org.smsbilling.message.MessageToken;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.ShippedTexts;

/** What authors are told of their drafts, in words. */
class TemplateCheckTest {

    private static final TemplateWords WORDS = new TemplateWords(Locale.ENGLISH);

    private static TemplateDraft sms(MessageType type, String body) {
        return TemplateDraft.of(type, MessageChannel.SMS, Locale.ENGLISH, "", body);
    }

    private static List<String> said(TemplateDraft draft, boolean refused) {
        return WORDS.of(TemplateCheck.of(draft).stream().filter(finding -> finding.refused() == refused).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{brand}: {link} {due_date} STOP; At character 17: there is no token {due_date}. Did you mean {dueDate}?",
        "{brand} {link} {zzzz} STOP; At character 16: there is no token {zzzz}.",
        "{brand} STOP {link; At character 14: the token {link is not closed. Did you mean {link}?",
        "{brand} STOP {link} {q q q q; At character 21: the token {q q q q is not closed with }.",
        "{brand} {link} } STOP; At character 16: a } without a { before it.",
        "{brand} {link} [[ {dueDate} STOP; At character 16: the optional part [[ is not closed with ]].",
        "{brand} {link} ]] STOP; At character 16: ]] without [[ before it.",
        "{brand} {link} [[a]] STOP; At character 16: an optional part needs a token, or it would never be left out.",
        "{brand} STOP; {link} has to be in the text, outside of [[ ]].",
        "{brand} [[{dueDate} {link}]] STOP; {link} has to be in the text, outside of [[ ]].",
        "{brand} {link} {received} STOP; {received} never has a value in messages of this type."})
    void whatIsWrongIsSaidInWordsAndWithItsPlace(String body, String expected) {
        assertEquals(List.of(expected), said(sms(MessageType.UPCOMING, body), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{link} STOP; Carriers expect the sender's name in each text: add {brand}.",
        "{brand} {link}; 'Carriers expect texts to say how to stop them: add \"Reply STOP to opt out.\"'",
        "{brand} {link} {dueDate} stop; '{dueDate} may be empty. Put it with its words between [[ and ]]: they are left out when there is nothing "
            + "to tell.'",
        "{brand} {link} bit.ly/x STOP; Carriers block texts with links of bit.ly."})
    void whatIsUnwiseIsSaidButNotRefused(String body, String expected) {
        assertEquals(List.of(expected), said(sms(MessageType.UPCOMING, body), false));
        assertEquals(List.of(), said(sms(MessageType.UPCOMING, body), true));
    }

    @Test
    void whatShipsIsFaultless() {
        for (MessageType type : TemplateList.types()) {
            for (Locale language : ShippedTexts.LANGUAGES) {
                assertEquals(List.of(), TemplateCheck.of(TemplateDraft.of(type, MessageChannel.SMS, language, "", ShippedTexts.sms(type, language))));
                if (type.hasMail()) {
                    TemplateDraft mail = TemplateDraft.of(type, MessageChannel.EMAIL, language, ShippedTexts.mailSubject(type, language),
                            ShippedTexts.mailBody(type, language));
                    assertEquals(List.of(), TemplateCheck.of(mail), type + " " + language);
                }
            }
        }
    }

    @Test
    void textsAndSubjectsHaveALength() {
        assertTrue(said(sms(MessageType.RECEIPT, ""), true).contains("The text is empty."));
        assertTrue(said(sms(MessageType.RECEIPT, "{brand}" + "a".repeat(1594)), true).contains("The text is longer than 1600 characters."));
        assertEquals(List.of(), said(sms(MessageType.RECEIPT, "{brand}" + "a".repeat(1593)), true));
        TemplateDraft mail = TemplateDraft.of(MessageType.RECEIPT, MessageChannel.EMAIL, Locale.ENGLISH, " \r\n", "{brand}");
        assertEquals(List.of("The subject is empty."), said(mail, true));
    }

    @Test
    void aDraftIsTidied() {
        assertEquals("a\nb\n\nc", sms(MessageType.RECEIPT, "\r\n a  \r\nb\r\r\nc \t").body());
    }

    @Test
    void everythingThatIsNamedHasWords() {
        for (MessageType type : MessageType.values()) {
            assertTrue(!WORDS.of(type).startsWith("SmsBilling"), type.name());
        }
        TemplateList.types().forEach(type -> assertTrue(!WORDS.of("SmsBillingTypeHelp_" + type).startsWith("SmsBilling"), type.name()));
        Arrays.stream(MessageToken.values()).forEach(token -> assertTrue(!WORDS.of("SmsBillingToken_" + token.title()).startsWith("SmsBilling"),
                token.title()));
        Arrays.stream(SampleCase.values()).forEach(one -> assertTrue(!WORDS.of("SmsBillingSample_" + one).startsWith("SmsBilling"), one.name()));
    }
}
