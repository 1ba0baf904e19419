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

/** The two ways in which the characters of a text travel. */
public enum SmsEncoding {
    GSM_7("GSM-7", 160, 153),
    UCS_2("UCS-2", 70, 67);

    private final String title;
    private final int single;
    private final int each;

    SmsEncoding(String title, int single, int each) {
        this.title = title;
        this.single = single;
        this.each = each;
    }

    /** @return as people write it */
    public String title() {
        return title;
    }

    /** @return units that fit when the text is one segment */
    int single() {
        return single;
    }

    /** @return units that fit into each segment of several */
    int each() {
        return each;
    }
}
