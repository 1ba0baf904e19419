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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.ofbiz.base.util.GeneralException;
import org.apache.ofbiz.base.util.ObjectType;
import org.apache.ofbiz.base.util.string.FlexibleStringExpander;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Reads and writes variables by the paths that screens use: a.b, a[0], a[name], and at the end of what is written [] or [+0]. */
final class Values {

    private Values() { }

    static String text(String text, Map<String, Object> scope) {
        return FlexibleStringExpander.getInstance(text).expandString(scope, (TimeZone) scope.get("timeZone"), (Locale) scope.get("locale"));
    }

    /** @return null when something on the way is null */
    static Object get(String path, Map<String, Object> scope) {
        Object value = scope;
        for (String step : steps(path, scope)) {
            if (value == null) {
                return null;
            } else if (value instanceof List) {
                int index = Integer.parseInt(step);
                value = index < ((List<?>) value).size() ? ((List<?>) value).get(index) : null;
            } else {
                value = value instanceof Map ? ((Map<?, ?>) value).get(step) : InvokerHelper.getProperty(value, step);
            }
        }
        return value;
    }

    /** Makes the maps and lists that are missing on the way. */
    @SuppressWarnings("unchecked")
    static void put(String path, Object value, Map<String, Object> scope) {
        boolean append = path.endsWith("[]");
        boolean first = path.endsWith("[+0]");
        List<String> steps = steps(append || first ? path.substring(0, path.lastIndexOf('[')) : path, scope);
        Map<String, Object> map = scope;
        for (String step : steps.subList(0, steps.size() - 1)) {
            if (map.get(step) == null) {
                map.put(step, new HashMap<String, Object>());
            }
            map = (Map<String, Object>) map.get(step);
        }
        String last = steps.get(steps.size() - 1);
        if (append || first) {
            if (map.get(last) == null) {
                map.put(last, new ArrayList<>());
            }
            List<Object> list = (List<Object>) map.get(last);
            list.add(first ? 0 : list.size(), value);
        } else {
            map.put(last, value);
        }
    }

    private static List<String> steps(String path, Map<String, Object> scope) {
        List<String> steps = new ArrayList<>();
        for (String step : Values.text(path, scope).split("[.\\[]")) {
            boolean key = step.endsWith("]");
            String name = key ? step.substring(0, step.length() - 1) : step;
            boolean quoted = name.startsWith("'") || name.startsWith("\"");
            Object named = key && !quoted && !name.matches("\\d+") ? scope.get(name) : null;
            steps.add(named != null ? named.toString() : quoted ? name.substring(1, name.length() - 1) : name);
        }
        return steps;
    }

    /** @param type a Java type by its simple name, "NewList", "NewMap" or empty */
    static Object convert(Object value, String type, Map<String, Object> scope) {
        if ("NewList".equals(type) || "NewMap".equals(type)) {
            return "NewList".equals(type) ? new ArrayList<>() : new HashMap<>();
        }
        if (type.isEmpty() || value == null) {
            return value;
        }
        try {
            return ObjectType.simpleTypeOrObjectConvert(value, type, null, (TimeZone) scope.get("timeZone"), (Locale) scope.get("locale"), true);
        } catch (GeneralException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
