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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.message.UserNames;

/** Saves, restores and resets texts in the caller's transaction. Whoever saves over a version that he has not seen is told so. */
final class TemplateSaving {

    private static final int LONGEST_NAME = 60;

    /** What is in use now. */
    record Saved(String templateId, long version) { }

    private final TemplateServiceCall call;
    private final TemplateStore store;
    private final Instant now;

    TemplateSaving(TemplateServiceCall call) {
        this.call = call;
        this.store = call.store();
        this.now = call.now();
    }

    Saved save() throws GenericEntityException, TemplateRefused {
        TemplateDraft draft = call.draft();
        List<TemplateFinding> findings = TemplateCheck.of(draft);
        if (TemplateCheck.refuses(findings)) {
            throw new TemplateRefused(call.words().of(findings.stream().filter(TemplateFinding::refused).toList()));
        }
        store.lock();
        Optional<GenericValue> named = call.named();
        boolean usual = named.map(row -> "Y".equals(row.getString("defaultForType"))).orElse(!"N".equals(call.text("defaultForType")));
        Optional<GenericValue> there = named.isPresent() || !usual ? named : store.usual(draft.type(), draft.channel(), draft.localeString());
        if (there.isPresent()) {
            refuseUnseen(there.get());
        }
        GenericValue template = there.isPresent() ? there.get() : store.create(usual ? call.words().of(draft.type()) : newName(draft), usual, draft,
                now, userLoginId());
        return use(template, draft.subject(), draft.body());
    }

    /** A former text comes to use again, as a new version. */
    Saved restore() throws GenericEntityException, TemplateRefused {
        store.lock();
        GenericValue template = call.named().orElseThrow(() -> new TemplateRefused(call.words().of("SmsBillingTemplateNotFound",
                Map.of("templateId", ""))));
        GenericValue version = store.versions(template.getString("templateId")).stream()
                .filter(row -> row.getLong("version").toString().equals(call.text("version"))).findFirst()
                .orElseThrow(() -> new TemplateRefused(call.words().of("SmsBillingTemplateNoSuchVersion", Map.of("version", call.text("version")))));
        return use(template, version.getString("subject"), version.getString("body"));
    }

    /** Nothing is made from it any more: what ships is used again, or the usual text of its type. */
    void reset() throws GenericEntityException, TemplateRefused {
        store.lock();
        Optional<GenericValue> template = call.named();
        if (template.isPresent() && TemplateStore.enabled(template.get())) {
            store.disable(template.get(), now);
        }
    }

    private Saved use(GenericValue template, String subject, String body) throws GenericEntityException {
        return new Saved(template.getString("templateId"), store.use(template, subject, body, now, userLoginId()));
    }

    private void refuseUnseen(GenericValue template) throws GenericEntityException, TemplateRefused {
        long seen = TemplateStore.enabled(template) ? TemplateStore.active(template) : 0;
        if (!String.valueOf(seen).equals(call.text("baseVersion").isEmpty() ? "0" : call.text("baseVersion"))) {
            List<GenericValue> versions = store.versions(template.getString("templateId"));
            String user = versions.isEmpty() ? null : versions.get(0).getString("createdByUserLogin");
            throw new TemplateRefused(call.words().of("SmsBillingTemplateChangedMeanwhile", Map.of("user",
                    user == null ? "-" : UserNames.read(call.delegator(), List.of(user)).getOrDefault(user, user))));
        }
    }

    private String newName(TemplateDraft draft) throws GenericEntityException, TemplateRefused {
        String name = call.text("templateName");
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new TemplateRefused(call.words().of("SmsBillingTemplateNeedsName", Map.of("longest", String.valueOf(LONGEST_NAME))));
        } else if (store.named(name, draft).isPresent()) {
            throw new TemplateRefused(call.words().of("SmsBillingTemplateNameTaken", Map.of("name", name)));
        }
        return name;
    }

    private String userLoginId() {
        return call.user().getString("userLoginId");
    }
}
