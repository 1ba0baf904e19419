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

import java.util.HashMap;
import java.util.Map;

/**
 * Something about a draft that its author should know.
 *
 * @param refused whether it cannot be saved like this
 * @param field subject or body
 * @param labelKey in SmsBillingTemplateLabels
 * @param values of the label, texts
 * @param position where in the field it begins, from 0; -1 when it is nowhere in particular
 * @param length of what is wrong there
 * @param replacement what to put there instead; null when there is no offer
 */
record TemplateFinding(boolean refused, String field, String labelKey, Map<String, String> values, int position, int length, String replacement) {

    static final String SUBJECT = "subject";
    static final String BODY = "body";

    /** Begins the label keys of what keeps a template from being read. */
    static final String UNREADABLE = "SmsBillingTemplate_";

    static TemplateFinding error(String field, String labelKey, Map<String, String> values) {
        return new TemplateFinding(true, field, labelKey, values, -1, 0, null);
    }

    static TemplateFinding warning(String field, String labelKey, Map<String, String> values) {
        return new TemplateFinding(false, field, labelKey, values, -1, 0, null);
    }

    boolean unreadable() {
        return labelKey.startsWith(UNREADABLE);
    }

    Map<String, Object> toMap(TemplateWords words) {
        Map<String, Object> map = new HashMap<>();
        map.put("refused", refused);
        map.put("field", field);
        map.put("text", words.of(labelKey, values));
        map.put("position", position);
        map.put("length", length);
        map.put("replacement", replacement == null ? "" : replacement);
        return map;
    }
}
