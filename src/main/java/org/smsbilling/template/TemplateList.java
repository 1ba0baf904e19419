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
package org.smsbilling.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.message.MessageChannel;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.ShippedTexts;
import org.smsbilling.message.UserNames;

/** All texts that an organization's messages can be made from: its own, and what ships where it has none. */
final class TemplateList {

    private final TemplateServiceCall call;

    TemplateList(TemplateServiceCall call) {
        this.call = call;
    }

    /** @param type only of this type, or empty. @param channel only for this channel, or empty. @return by type, channel and language */
    List<Map<String, Object>> show(String type, String channel) throws GenericEntityException {
        List<GenericValue> own = call.store().texts().stream().filter(TemplateStore::enabled).toList();
        Map<String, String> users = UserNames.read(call.delegator(), own.stream().map(row -> row.getString("versionByUserLogin"))
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<String> written = new HashSet<>();
        List<Map<String, Object>> list = new ArrayList<>();
        for (GenericValue row : own) {
            if ("Y".equals(row.getString("defaultForType"))) {
                written.add(key(row.getString("messageType"), row.getString("channel"), row.getString("localeString")));
            }
            list.add(own(row, users));
        }
        for (MessageType each : types()) {
            for (MessageChannel one : MessageChannel.values()) {
                for (Locale language : one == MessageChannel.SMS || each.hasMail() ? ShippedTexts.LANGUAGES : List.<Locale>of()) {
                    if (!written.contains(key(each.name(), one.name(), language.toString()))) {
                        list.add(shipped(each, one, language));
                    }
                }
            }
        }
        return list.stream().filter(row -> type.isEmpty() || type.equals(row.get("messageType")))
                .filter(row -> channel.isEmpty() || channel.equals(row.get("channel"))).sorted(order()).toList();
    }

    /** @return those that have templates */
    static List<MessageType> types() {
        return Arrays.stream(MessageType.values()).filter(type -> !type.writtenByHand()).toList();
    }

    private static Comparator<Map<String, Object>> order() {
        List<String> types = Arrays.stream(MessageType.values()).map(Enum::name).toList();
        return Comparator.<Map<String, Object>, Integer>comparing(row -> types.indexOf((String) row.get("messageType")))
                .thenComparing(row -> (String) row.get("channel"), Comparator.reverseOrder())
                .thenComparing(row -> (Boolean) row.get("usual"), Comparator.reverseOrder())
                .thenComparing(row -> (String) row.get("templateName")).thenComparing(row -> (String) row.get("localeString"));
    }

    private Map<String, Object> own(GenericValue row, Map<String, String> users) throws GenericEntityException {
        String user = row.getString("versionByUserLogin");
        Map<String, Object> map = row(row.getString("messageType"), row.getString("channel"), row.getString("localeString"));
        map.put("templateId", row.getString("templateId"));
        map.put("templateName", String.valueOf(row.getString("templateName")));
        map.put("own", true);
        map.put("usual", "Y".equals(row.getString("defaultForType")));
        map.put("version", row.getLong("activeVersion"));
        map.put("changedText", call.words().time(row.getTimestamp("versionDate").toInstant(), call.settings().zoneId()));
        map.put("changedBy", user == null ? "" : users.getOrDefault(user, user));
        map.put("subject", row.getString("subject") == null ? "" : row.getString("subject"));
        map.put("body", row.getString("body"));
        return map;
    }

    private Map<String, Object> shipped(MessageType type, MessageChannel channel, Locale language) {
        boolean mail = channel == MessageChannel.EMAIL;
        Map<String, Object> map = row(type.name(), channel.name(), language.toString());
        map.put("templateId", "");
        map.put("templateName", call.words().of(type));
        map.put("own", false);
        map.put("usual", true);
        map.put("version", null);
        map.put("changedText", "");
        map.put("changedBy", "");
        map.put("subject", mail ? ShippedTexts.mailSubject(type, language) : "");
        map.put("body", mail ? ShippedTexts.mailBody(type, language) : ShippedTexts.sms(type, language));
        return map;
    }

    private Map<String, Object> row(String type, String channel, String localeString) {
        Map<String, Object> map = new HashMap<>();
        map.put("messageType", type);
        map.put("typeText", call.words().of("SmsBillingType_" + type));
        map.put("channel", channel);
        map.put("localeString", localeString);
        map.put("languageText", call.words().language(Locale.forLanguageTag(localeString.replace('_', '-'))));
        return map;
    }

    private static String key(String type, String channel, String localeString) {
        return type + " " + channel + " " + localeString;
    }
}
