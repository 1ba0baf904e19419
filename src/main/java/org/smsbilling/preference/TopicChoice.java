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

import org.smsbilling.message.MessageTopic;

/** Which topics somebody wants texts about. */
public record TopicChoice(boolean invoices, boolean reminders, boolean receipts) {

    public static final TopicChoice ALL = new TopicChoice(true, true, true);
    public static final TopicChoice NONE = new TopicChoice(false, false, false);

    /** @param row with invoices, reminders and receipts; what is not "N" is wanted */
    public static TopicChoice of(Map<String, ?> row) {
        return new TopicChoice(!"N".equals(row.get("invoices")), !"N".equals(row.get("reminders")), !"N".equals(row.get("receipts")));
    }

    /** @return whether texts of a topic may come; answers always may */
    public boolean allows(MessageTopic topic) {
        return switch (topic) {
        case INVOICES -> invoices;
        case REMINDERS -> reminders;
        case RECEIPTS -> receipts;
        case SERVICE -> true;
        };
    }

    /** @return fields as they are stored */
    public Map<String, Object> fields() {
        return Map.of("invoices", indicator(invoices), "reminders", indicator(reminders), "receipts", indicator(receipts));
    }

    private static String indicator(boolean on) {
        return on ? "Y" : "N";
    }
}
