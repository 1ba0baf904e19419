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

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.apache.ofbiz.entity.GenericValue;

/**
 * A template of an organization in the version that is in use.
 *
 * @param usual whether it is what the organization uses for the type, unless another one is asked for
 * @param subject of an e-mail; null for a text message
 */
record StoredTemplate(String templateId, String organizationPartyId, String name, MessageType type, MessageChannel channel, Locale locale,
        boolean usual, long version, String subject, String body) {

    /** @param row of SmsTemplateText. @return empty when its type or channel is none that this version knows */
    static Optional<StoredTemplate> of(GenericValue row) {
        boolean known = Arrays.stream(MessageType.values()).anyMatch(type -> type.name().equals(row.getString("messageType")))
                && Arrays.stream(MessageChannel.values()).anyMatch(channel -> channel.name().equals(row.getString("channel")));
        return known ? Optional.of(known(row)) : Optional.empty();
    }

    private static StoredTemplate known(GenericValue row) {
        return new StoredTemplate(row.getString("templateId"), row.getString("organizationPartyId"), row.getString("templateName"),
                MessageType.valueOf(row.getString("messageType")), MessageChannel.valueOf(row.getString("channel")),
                Locale.forLanguageTag(row.getString("localeString").replace('_', '-')), "Y".equals(row.getString("defaultForType")),
                row.getLong("activeVersion"), row.getString("subject"), row.getString("body"));
    }

    /** @return whether it is the same in another language */
    boolean siblingOf(StoredTemplate other) {
        return type == other.type && channel == other.channel && Objects.equals(name, other.name);
    }

    @Override
    public String toString() {
        return "StoredTemplate[" + templateId + ", version " + version + "]";
    }
}
