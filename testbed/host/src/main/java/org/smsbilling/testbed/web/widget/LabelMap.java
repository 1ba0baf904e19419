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
package org.smsbilling.testbed.web.widget;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilProperties;

/** uiLabelMap: the texts of one or more resources in the user's language; a name without a text is its own text. */
final class LabelMap extends HashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    private final Locale locale;
    private final transient Map<String, Object> scope;

    LabelMap(Locale locale, Map<String, Object> scope) {
        this.locale = locale;
        this.scope = scope;
    }

    /** Texts that are already there stay. */
    void add(String resource) {
        UtilProperties.getLabels(resource, locale).forEach(this::putIfAbsent);
    }

    @Override
    public Object get(Object name) {
        Object text = super.get(name);
        if (text == null) {
            return String.valueOf(name);
        }
        return text.toString().contains("${") ? Values.text(text.toString(), scope) : text;
    }
}
