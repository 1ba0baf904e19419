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
package org.smsbilling.provider;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a text comes from.
 *
 * @param value as Twilio wants it
 * @param kind what it is
 */
public record Sender(String value, Kind kind) {

    /** What can send; the rate is what a sender of this kind may send when nobody says otherwise. */
    public enum Kind {
        NUMBER("\\+[1-9][0-9]{7,14}", 1),
        TOLL_FREE("\\+1(800|833|844|855|866|877|888)[0-9]{7}", 3),
        SHORT_CODE("[0-9]{3,8}", 100),
        MESSAGING_SERVICE("MG[0-9a-fA-F]{32}", 1),
        ALPHANUMERIC("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}", 1);

        private final Pattern form;
        private final int segmentsPerSecond;

        Kind(String form, int segmentsPerSecond) {
            this.form = Pattern.compile(form);
            this.segmentsPerSecond = segmentsPerSecond;
        }

        public int segmentsPerSecond() {
            return segmentsPerSecond;
        }
    }

    /** @return the sender, empty when the text is none */
    public static Optional<Sender> parse(String text) {
        String value = text == null ? "" : text.strip();
        for (Kind kind : new Kind[] {Kind.TOLL_FREE, Kind.NUMBER, Kind.SHORT_CODE, Kind.MESSAGING_SERVICE, Kind.ALPHANUMERIC}) {
            if (kind.form.matcher(value).matches()) {
                return Optional.of(new Sender(value, kind));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
