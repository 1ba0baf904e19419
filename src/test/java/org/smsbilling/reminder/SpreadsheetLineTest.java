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
package org.smsbilling.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class SpreadsheetLineTest {

    @Test
    void aTextThatLooksLikeAFormulaIsNone() {
        assertEquals("\"'=HYPERLINK(\"\"http://x\"\")\",\"'+1 212 555 0100\",\"'-1\",\"'@SUM(A1)\",\"'\tx\"\r\n",
                SpreadsheetLine.of(List.of("=HYPERLINK(\"http://x\")", "+1 212 555 0100", "-1", "@SUM(A1)", "\tx")));
    }

    @Test
    void commasQuotesAndLineBreaksStayInTheirCell() {
        assertEquals("\"a, b\",\"say \"\"hi\"\"\",\"two\nlines\",\"\"\r\n", SpreadsheetLine.of(List.of("a, b", "say \"hi\"", "two\nlines", "")));
    }
}
