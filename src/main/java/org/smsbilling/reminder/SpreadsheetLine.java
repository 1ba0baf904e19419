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

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a file with comma-separated values (RFC 4180) that spreadsheets open. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it (OWASP, CSV injection).
 */
final class SpreadsheetLine {

    private static final String FORMULA = "=+-@\t\r";

    private SpreadsheetLine() { }

    /** @return with the line's end */
    static String of(List<String> cells) {
        return cells.stream().map(SpreadsheetLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
