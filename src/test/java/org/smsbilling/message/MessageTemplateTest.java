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
            "${groovy:System.exit(1)}, UNKNOWN_TOKEN, groovy:System.exit(1), 1"})
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
}
