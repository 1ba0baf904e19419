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

import java.util.Map;

import org.apache.ofbiz.base.util.string.FlexibleStringExpander;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of e-mails, on their way through services that expand expressions twice. */
class MailWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Rent $1,250.00 {due} | Rent $1,250.00 {due} | Rent $1,250.00 {due}",
        "A ${groovy: 1 + 1} B | A &#36;{groovy: 1 + 1} B | A $ {groovy: 1 + 1} B",
        "A $${groovy: 2} | A $&#36;{groovy: 2} | A $$ {groovy: 2}",
        "A ${name} \\${name | A &#36;{name} \\&#36;{name | A $ {name} \\$ {name"})
    void nothingIsLeftToExpand(String typed, String html, String subject) {
        assertEquals(html, twice(MailWords.html(typed)));
        assertEquals(subject, twice(MailWords.subject(typed)));
    }

    private static String twice(String text) {
        Map<String, Object> context = Map.of("name", "${groovy: 3}");
        return FlexibleStringExpander.expandString(FlexibleStringExpander.expandString(text, context), context);
    }
}
