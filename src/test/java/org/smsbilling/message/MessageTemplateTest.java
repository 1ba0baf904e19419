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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.message.IllegalTemplateException.Problem;

/** Templates, friendly and hostile. */
class MessageTemplateTest {

    @Test
    void tokensAreReplacedByTheirValues() {
        MessageTemplate template = MessageTemplate.parse("{brand}: invoice {invoiceNumber} for {outstanding}. Pay here: {link} {brand}");
        assertEquals("Oak: invoice 10007 for $1,234.50. Pay here: https://p.example/x Oak", template.render(Map.of(MessageToken.BRAND, "Oak",
                MessageToken.INVOICE_NUMBER, "10007", MessageToken.OUTSTANDING, "$1,234.50", MessageToken.LINK, "https://p.example/x")));
        assertEquals(Set.of(MessageToken.BRAND, MessageToken.INVOICE_NUMBER, MessageToken.OUTSTANDING, MessageToken.LINK), template.tokens());
    }

    @ParameterizedTest
    @CsvSource({"Hello {name}, UNKNOWN_TOKEN, name, 6", "{Brand}, UNKNOWN_TOKEN, Brand, 0", "{ brand }, UNKNOWN_TOKEN, ' brand ', 0",
            "{}, UNKNOWN_TOKEN, '', 0", "Hi {brand, UNCLOSED_TOKEN, brand, 3", "Hi {, UNCLOSED_TOKEN, '', 3",
            "{brand{link}, UNCLOSED_TOKEN, brand, 0",
            "{{brand}}, UNCLOSED_TOKEN, '', 0", "brand}, STRAY_BRACE, '', 5", "{brand} }, STRAY_BRACE, '', 8",
            "${groovy:System.exit(1)}, UNKNOWN_TOKEN, groovy:System.exit(1), 1", "Pay [[by {dueDate}, UNCLOSED_PART, '', 4",
            "Pay {link}]], STRAY_PART_END, '', 10", "[[a {dueDate} [[b {lateFee}]]]], NESTED_PART, '', 14", "Hi [[there]], PART_WITHOUT_TOKEN, '', 3",
            "[[now||{dueDate}]], PART_WITHOUT_TOKEN, '', 0", "[[{dueDate]], UNCLOSED_TOKEN, dueDate, 2",
            "{attribute:}, UNKNOWN_TOKEN, attribute:, 0", "{attribute:a;b}, UNKNOWN_TOKEN, attribute:a;b, 0",
            "{attribute}, UNKNOWN_TOKEN, attribute, 0"})
    void otherBracesAreRefused(String text, Problem problem, String token, int position) {
        IllegalTemplateException refused = assertThrows(IllegalTemplateException.class, () -> MessageTemplate.parse(text));
        assertEquals(problem, refused.problem());
        assertEquals(token, refused.token());
        assertEquals(position, refused.position());
    }

    @Test
    void aValueThatLooksLikeATokenStaysAText() {
        String hostile = "{link} ${groovy:1+1} <#assign x=1> $1 \\";
        assertEquals("Dear " + hostile + ", pay", MessageTemplate.parse("Dear {customer}, pay").render(Map.of(MessageToken.CUSTOMER, hostile,
                MessageToken.LINK, "secret")));
    }

    @Test
    void nothingInATemplateIsExecuted() {
        assertEquals("<#if x>$1 ?groovy: \\u0041 ok", MessageTemplate.parse("<#if x>$1 ?groovy: \\u0041 {brand}")
                .render(Map.of(MessageToken.BRAND, "ok")));
    }

    @Test
    void aTokenWithoutAValueIsLeftOut() {
        assertEquals("Call  now", MessageTemplate.parse("Call {supportPhone} now").render(Map.of()));
    }

    @Test
    void valuesCannotBreakTheLine() {
        assertEquals("Dear A B, pay", MessageTemplate.parse("Dear {customer}, pay").render(Map.of(MessageToken.CUSTOMER, "A\r\n\u0000B\n")));
    }

    @ParameterizedTest
    @CsvSource({"{due_date}, {dueDate}", "{DueDate}, {dueDate}", "{duedat}, {dueDate}", "{ brand }, {brand}", "{invoice}, {invoices}",
            "{invoice number}, {invoiceNumber}", "{outstandig}, {outstanding}", "{links}, {link}", "{brnad}, {brand}", "{zzzz}, ''", "{}, ''"})
    void theTokenThatMayHaveBeenMeantIsOffered(String text, String expected) {
        assertEquals(expected, assertThrows(IllegalTemplateException.class, () -> MessageTemplate.parse(text)).suggestion().orElse(""));
    }

    @Test
    void anOptionalPartIsLeftOutWhenATokenInItIsEmpty() {
        MessageTemplate template = MessageTemplate.parse("Due[[ {dueDate}]][[, fee {lateFee} after {daysLate}]].");
        assertEquals("Due.", template.render(Map.of()));
        assertEquals("Due Mar 8.", template.render(Map.of(MessageToken.DUE_DATE, "Mar 8", MessageToken.LATE_FEE, "$5.00")));
        assertEquals("Due, fee $5.00 after 3.", template.render(Map.of(MessageToken.DAYS_LATE, "3", MessageToken.LATE_FEE, "$5.00")));
    }

    @Test
    void theFirstTextOfAChoiceWhoseTokensHaveValuesIsUsed() {
        MessageTemplate template = MessageTemplate.parse("[[Open: {stillOpen}||Fee: {lateFee}||Paid]]!");
        assertEquals("Open: $1.00!", template.render(Map.of(MessageToken.STILL_OPEN, "$1.00", MessageToken.LATE_FEE, "$5.00")));
        assertEquals("Fee: $5.00!", template.render(Map.of(MessageToken.LATE_FEE, "$5.00")));
        assertEquals("Paid!", template.render(Map.of()));
    }

    @Test
    void aValueCannotCloseAPart() {
        assertEquals("Dear ]]x||y[[ {link}!", MessageTemplate.parse("[[Dear {customer}||You]]!")
                .render(Map.of(MessageToken.CUSTOMER, "]]x||y[[ {link}", MessageToken.LINK, "secret")));
    }

    @Test
    void singleBracketsAndBarsAreJustCharacters() {
        assertEquals("[a] | b || c", MessageTemplate.parse("[a] | b || c").render(Map.of()));
    }

    @Test
    void attributesOfInvoicesAreTokens() {
        MessageTemplate template = MessageTemplate.parse("{property} {unit}, {period}, {attribute:Meter No.}[[ {attribute:none}]]");
        assertEquals("Harbor View 4B, March, 77-1", template.render(new MessageValues(token -> null, Map.of("property", "Harbor View", "UNIT", "4B",
                "period", "March", "Meter No.", "77-1")), MessageTemplate.Form.PLAIN));
        assertEquals(Set.of("{property}", "{unit}", "{period}", "{attribute:Meter No.}", "{attribute:none}"),
                template.uses().stream().map(TokenUse::written).collect(Collectors.toSet()));
    }
}
