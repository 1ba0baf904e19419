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

/** The GSM 03.38 alphabet with its extension. */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final byte[] UNITS = new byte['€' + 1];

    static {
        BASIC.chars().forEach(character -> UNITS[character] = 1);
        EXTENSION.chars().forEach(character -> UNITS[character] = 2);
    }

    private Gsm7() { }

    /** @return 1 or 2 units, 0 when the character is not in the alphabet */
    static int units(char character) {
        return character < UNITS.length ? UNITS[character] : 0;
    }

    static boolean holds(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (units(text.charAt(i)) == 0) {
                return false;
            }
        }
        return true;
    }
}
