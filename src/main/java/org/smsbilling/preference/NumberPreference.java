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
package org.smsbilling.preference;

import java.util.Map;

/**
 * What the owner of a number chose on the preferences page.
 *
 * @param localeString language, or the empty string when none was chosen
 */
public record NumberPreference(TopicChoice topics, String localeString) {

    /** Of a number whose owner chose nothing. */
    public static final NumberPreference USUAL = new NumberPreference(TopicChoice.ALL, "");

    /** @param row fields of SmsNumberPreference */
    static NumberPreference of(Map<String, ?> row) {
        return new NumberPreference(TopicChoice.of(row), Preference.text(row, "localeString"));
    }
}
