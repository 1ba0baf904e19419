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
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.base.util.string.FlexibleStringExpander;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.testbed.web.Events;

/** What sections do before they render: set variables, run scripts, look up entities. */
final class Actions {

    private Actions() { }

    /** @param parent with a child of the kind "actions" or "row-actions", or without */
    static void run(Node parent, String kind, Scope scope) {
        Node actions = parent.child(kind);
        if (actions == null) {
            return;
        }
        for (Node action : actions.children()) {
            try {
                run(action, scope);
            } catch (GenericEntityException e) {
                throw new IllegalStateException(action.problem("failed: ").getMessage() + e.getMessage(), e);
            }
        }
    }

    private static void run(Node action, Scope scope) throws GenericEntityException {
        switch (action.name()) {
        case "set":
            set(action, scope);
            break;
        case "property-map":
            labels(action, scope);
            break;
        case "script":
            String[] location = action.at("location").split("#");
            Events.script(location[0], location.length == 1 ? "" : location[1], scope);
            break;
        default:
            Values.put(action.at("value-field"), one(action, scope), scope);
        }
    }

    private static void set(Node action, Scope scope) {
        Object value = action.at("from-field").isEmpty() ? expand(action.at("value"), scope) : Values.get(action.at("from-field"), scope);
        if (UtilValidate.isEmpty(value) && !action.at("default-value").isEmpty()) {
            value = expand(action.at("default-value"), scope);
        }
        value = Values.convert(value, action.at("type"), scope);
        Values.put(action.at("field"), value, "true".equals(action.at("global")) ? scope.global() : scope);
    }

    private static Object expand(String text, Scope scope) {
        return FlexibleStringExpander.getInstance(text).expand(scope);
    }

    private static void labels(Node action, Scope scope) {
        String name = action.at("map-name");
        Scope target = "true".equals(action.at("global")) ? scope.global() : scope;
        if (!(target.get(name) instanceof LabelMap)) {
            target.put(name, new LabelMap((Locale) scope.get("locale"), scope));
        }
        LabelMap labels = (LabelMap) target.get(name);
        labels.add(Values.text(action.at("resource"), scope));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parameters(Scope scope) {
        return scope.get("parameters") == null ? Map.of() : (Map<String, Object>) scope.get("parameters");
    }

    /** By primary key: the variables of the names of its fields, else the parameters; null when one is missing. */
    private static GenericValue one(Node action, Scope scope) throws GenericEntityException {
        Delegator delegator = (Delegator) scope.get("delegator");
        Map<String, Object> key = new HashMap<>();
        for (String name : delegator.getModelEntity(action.at("entity-name")).getPkFieldNames()) {
            key.put(name, UtilValidate.isNotEmpty(scope.get(name)) ? scope.get(name) : parameters(scope).get(name));
            if (UtilValidate.isEmpty(key.get(name))) {
                return null;
            }
        }
        return EntityQuery.use(delegator).from(action.at("entity-name")).where(key).cache("true".equals(action.at("use-cache"))).queryOne();
    }
}
