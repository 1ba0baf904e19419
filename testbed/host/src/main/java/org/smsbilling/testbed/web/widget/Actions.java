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
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.base.util.string.FlexibleStringExpander;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ModelService;
import org.smsbilling.testbed.web.Events;

/** What sections and forms do before they render: set variables, run scripts and services, look up entities. */
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
            } catch (GenericEntityException | GenericServiceException e) {
                throw new IllegalStateException(action.problem("failed: ").getMessage() + e.getMessage(), e);
            }
        }
    }

    private static void run(Node action, Scope scope) throws GenericEntityException, GenericServiceException {
        switch (action.name()) {
        case "set":
            set(action, scope);
            break;
        case "property-map":
            labels(action, scope);
            break;
        case "property-to-field":
            String property = UtilProperties.getPropertyValue(action.at("resource"), action.at("property"), action.at("default"));
            Values.put(action.at("field"), property, scope);
            break;
        case "script":
            String[] location = action.at("location").split("#");
            Events.script(location[0], location.length == 1 ? "" : location[1], scope);
            break;
        case "service":
            service(action, scope);
            break;
        case "entity-one":
            Values.put(action.at("value-field"), one(action, scope), scope);
            break;
        default:
            Values.put(action.at("list"), list(action, scope), scope);
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

    private static Map<String, Object> fields(Node action, Scope scope) {
        Map<String, Object> fields = new HashMap<>();
        for (Node field : action.all("field-map")) {
            String name = field.at("field-name");
            fields.put(name, field.at("value").isEmpty() ? Values.get(field.at("from-field", name), scope) : expand(field.at("value"), scope));
        }
        return fields;
    }

    private static void service(Node action, Scope scope) throws GenericServiceException {
        LocalDispatcher dispatcher = (LocalDispatcher) scope.get("dispatcher");
        String name = Values.text(action.at("service-name"), scope);
        Map<String, Object> input = new HashMap<>();
        if (!"false".equals(action.at("auto-field-map"))) {
            Map<String, Object> all = new HashMap<>(parameters(scope));
            all.putAll(scope);
            input.putAll(dispatcher.getDispatchContext().makeValidContext(name, ModelService.IN_PARAM, all));
        }
        input.putAll(fields(action, scope));
        Map<String, Object> result = dispatcher.runSync(name, input);
        if (action.at("result-map").isEmpty()) {
            scope.putAll(result);
        } else {
            Values.put(action.at("result-map"), result, scope);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parameters(Scope scope) {
        return scope.get("parameters") == null ? Map.of() : (Map<String, Object>) scope.get("parameters");
    }

    /** By primary key: named fields, and for the others the variables of their names, then the parameters; null when one is missing. */
    private static GenericValue one(Node action, Scope scope) throws GenericEntityException {
        Delegator delegator = (Delegator) scope.get("delegator");
        Map<String, Object> key = fields(action, scope);
        for (String name : delegator.getModelEntity(action.at("entity-name")).getPkFieldNames()) {
            if (!key.containsKey(name) && !"false".equals(action.at("auto-field-map"))) {
                key.put(name, UtilValidate.isNotEmpty(scope.get(name)) ? scope.get(name) : parameters(scope).get(name));
            }
            if (UtilValidate.isEmpty(key.get(name))) {
                return null;
            }
        }
        return EntityQuery.use(delegator).from(action.at("entity-name")).where(key).cache("true".equals(action.at("use-cache"))).queryOne();
    }

    private static List<GenericValue> list(Node action, Scope scope) throws GenericEntityException {
        EntityQuery query = EntityQuery.use((Delegator) scope.get("delegator")).from(action.at("entity-name"));
        if ("entity-and".equals(action.name())) {
            query.where(fields(action, scope));
        } else {
            List<EntityCondition> conditions = EntityConditions.read(action.children(), scope);
            if (!conditions.isEmpty()) {
                query.where(conditions);
            }
        }
        query.orderBy(action.all("order-by").stream().map(order -> Values.text(order.at("field-name"), scope)).toList());
        List<GenericValue> found = query.cache("true".equals(action.at("use-cache"))).queryList();
        Node range = action.child("limit-range");
        if (range != null) {
            int start = Math.min(Math.max(Integer.parseInt(Values.text(range.at("start"), scope)) - 1, 0), found.size());
            found = new ArrayList<>(found.subList(start, Math.min(found.size(), start + Integer.parseInt(Values.text(range.at("size"), scope)))));
        }
        return found;
    }
}
