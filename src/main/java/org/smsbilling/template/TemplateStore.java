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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageChannel;
import org.smsbilling.message.MessageType;

/** The templates of one organization in the database. Versions are only ever added. */
final class TemplateStore {

    private final Delegator delegator;
    private final String organizationPartyId;

    TemplateStore(Delegator delegator, String organizationPartyId) {
        this.delegator = delegator;
        this.organizationPartyId = organizationPartyId;
    }

    /** Makes others who save for the same organization wait until the transaction ends. */
    void lock() throws GenericEntityException {
        delegator.storeByCondition("SmsOrganization", Map.of("organizationPartyId", organizationPartyId),
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId));
    }

    /** @return rows of SmsTemplate, disabled ones as well, in a fixed order */
    List<GenericValue> all() throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsTemplate").where("organizationPartyId", organizationPartyId).orderBy("templateId").queryList();
    }

    /** @return rows of SmsTemplateText, disabled ones as well, in a fixed order */
    List<GenericValue> texts() throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsTemplateText").where("organizationPartyId", organizationPartyId).orderBy("templateId").queryList();
    }

    Optional<GenericValue> byId(String templateId) throws GenericEntityException {
        return all().stream().filter(row -> row.getString("templateId").equals(templateId)).findFirst();
    }

    /** @return the one that the organization uses, or used until it was disabled, for a type in a language */
    Optional<GenericValue> usual(MessageType type, MessageChannel channel, String localeString) throws GenericEntityException {
        return all().stream().filter(row -> same(row, type, channel, localeString) && "Y".equals(row.getString("defaultForType"))).findFirst();
    }

    /** @return another one in use under the same name in the same language */
    Optional<GenericValue> named(String name, TemplateDraft draft) throws GenericEntityException {
        return all().stream().filter(row -> same(row, draft.type(), draft.channel(), draft.localeString()) && enabled(row)
                && name.equalsIgnoreCase(row.getString("templateName")) && !"Y".equals(row.getString("defaultForType"))).findFirst();
    }

    /** @return newest first */
    List<GenericValue> versions(String templateId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsTemplateVersion").where("templateId", templateId).orderBy("-version").queryList();
    }

    GenericValue create(String name, boolean usual, TemplateDraft draft, Instant now, String userLoginId) throws GenericEntityException {
        GenericValue template = delegator.makeValue("SmsTemplate");
        template.set("templateId", delegator.getNextSeqId("SmsTemplate"));
        template.set("organizationPartyId", organizationPartyId);
        template.set("templateName", name);
        template.set("messageType", draft.type().name());
        template.set("channel", draft.channel().name());
        template.set("localeString", draft.localeString());
        template.set("defaultForType", usual ? "Y" : "N");
        template.set("activeVersion", 0L);
        template.set("createdDate", Timestamp.from(now));
        template.set("createdByUserLogin", userLoginId);
        return delegator.create(template);
    }

    /** Adds a version and puts it to use, unless the text is the one in use. @return the version in use from now on */
    long use(GenericValue template, String subject, String body, Instant now, String userLoginId) throws GenericEntityException {
        List<GenericValue> versions = versions(template.getString("templateId"));
        boolean unchanged = enabled(template) && versions.stream().anyMatch(version -> version.getLong("version").equals(active(template))
                && Objects.equals(version.getString("body"), body) && Objects.equals(empty(version.getString("subject")), empty(subject)));
        if (unchanged) {
            return active(template);
        }
        GenericValue version = delegator.makeValue("SmsTemplateVersion");
        version.set("templateId", template.getString("templateId"));
        version.set("version", versions.isEmpty() ? 1L : versions.get(0).getLong("version") + 1);
        version.set("subject", empty(subject));
        version.set("body", body);
        version.set("createdDate", Timestamp.from(now));
        version.set("createdByUserLogin", userLoginId);
        delegator.create(version);
        template.set("activeVersion", version.getLong("version"));
        template.set("disabledDate", null);
        template.store();
        return version.getLong("version");
    }

    void disable(GenericValue template, Instant now) throws GenericEntityException {
        template.set("disabledDate", Timestamp.from(now));
        template.store();
    }

    static boolean enabled(GenericValue template) {
        return template.getTimestamp("disabledDate") == null;
    }

    static long active(GenericValue template) {
        Long version = template.getLong("activeVersion");
        return version == null ? 0 : version;
    }

    private static String empty(String subject) {
        return subject == null || subject.isEmpty() ? null : subject;
    }

    private static boolean same(GenericValue row, MessageType type, MessageChannel channel, String localeString) {
        return type.name().equals(row.getString("messageType")) && channel.name().equals(row.getString("channel"))
                && localeString.equals(row.getString("localeString"));
    }
}
