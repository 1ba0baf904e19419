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
package org.smsbilling.outside.twilio;

/** Counts the segments of a text as carriers do: GSM-7 if every character allows it, else UCS-2. */
public final class Segments {
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_EXTENSION = "\f^{}\\[~]|€";

    private Segments() { }

    public static boolean isGsm(String text) {
        return text.chars().allMatch(c -> GSM.indexOf(c) >= 0 || GSM_EXTENSION.indexOf(c) >= 0);
    }

    /** @return at least 1 */
    public static int count(String text) {
        return isGsm(text) ? parts(text, 160, 153, true) : parts(text, 70, 67, false);
    }

    private static int parts(String text, int alone, int each, boolean gsm) {
        int units = text.codePoints().map(c -> width(c, gsm)).sum();
        if (units <= alone) {
            return 1;
        }
        int parts = 1;
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            if (used + width(c, gsm) > each) {
                parts++;
                used = 0;
            }
            used += width(c, gsm);
        }
        return parts;
    }

    /** A character of two units is never torn apart at the end of a segment. */
    private static int width(int codePoint, boolean gsm) {
        return gsm ? (GSM_EXTENSION.indexOf(codePoint) >= 0 ? 2 : 1) : Character.charCount(codePoint);
    }
}
