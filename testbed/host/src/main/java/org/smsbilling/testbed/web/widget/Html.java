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
package org.smsbilling.testbed.web.widget;

import java.util.Map;

/** Encoding as OFBiz does it: everything but ASCII letters, digits, space and , . - _ becomes a reference, whole code points at a time. */
public final class Html {

    private static final Map<Integer, String> NAMED = Map.of((int) '&', "&amp;", (int) '<', "&lt;", (int) '>', "&gt;", (int) '"', "&quot;");

    private Html() { }

    /** Text that is HTML already; its type keeps templates from encoding it. */
    public record Ready(String html) {
        @Override
        public String toString() {
            return html;
        }
    }

    /** @return an address for a quoted attribute: only what would end the attribute is encoded */
    static String url(String address) {
        return address.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace("'", "&#x27;");
    }

    /** @return a space, the name and the encoded value in quotes; nothing for an empty value */
    static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=\"" + encode(value) + "\"";
    }

    /** @return the text, safe inside elements and quoted attributes */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean plain = point < 128 && Character.isLetterOrDigit(point);
            if (plain || Character.isWhitespace(point) || ",.-_".indexOf(point) >= 0) {
                encoded.appendCodePoint(point);
            } else {
                encoded.append(NAMED.getOrDefault(point, "&#x" + Integer.toHexString(point) + ";"));
            }
        });
        return encoded.toString();
    }
}
