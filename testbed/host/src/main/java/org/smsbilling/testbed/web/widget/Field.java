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

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.text.DateFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.base.util.string.FlexibleStringExpander;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntity;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;

/** A field of a form for one row: its title, value and options. */
final class Field {

    private final Node node;
    private final Node form;
    private final Scope scope;

    Field(Node node, Node form, Scope scope) {
        this.node = node;
        this.form = form;
        this.scope = scope;
        if (node.children().size() != 1) {
            throw node.problem("needs one element that tells its kind");
        }
    }

    Node input() {
        return node.children().get(0);
    }

    String type() {
        return input().name();
    }

    boolean used() {
        return node.at("use-when").isEmpty() || holds(node.at("use-when"), scope);
    }

    /** Whether the Groovy expression is true; names that are not there are null. */
    static boolean holds(String expression, Scope scope) {
        Map<String, Object> variables = new HashMap<>();
        for (String word : expression.split("[^A-Za-z_]+")) {
            variables.put(word, scope.get(word));
        }
        return Boolean.TRUE.equals(new GroovyShell(new Binding(variables)).evaluate(Values.text(expression, scope)));
    }

    Map<String, Object> titleModel() {
        return Map.of("title", title(), "areaStyle", node.at("title-area-style"));
    }

    private String title() {
        if (node.attributes().containsKey("title")) {
            return Values.text(node.at("title"), scope);
        }
        String key = "FormFieldTitle_" + node.at("name");
        String label = scope.get("uiLabelMap") == null ? key : ((Map<?, ?>) scope.get("uiLabelMap")).get(key).toString();
        String words = node.at("name").replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return key.equals(label) ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : label;
    }

    private String parameter() {
        return node.at("parameter-name", node.at("name"));
    }

    /** The typed-in text after an error, else the entry of the field's map, else the variable of its name. */
    private Object value() {
        String entry = node.at("entry-name", node.at("name"));
        boolean list = "grid".equals(form.name()) || "list".equals(form.at("type"));
        if (Boolean.TRUE.equals(scope.get("isError")) && !list) {
            return ((Map<?, ?>) scope.get("parameters")).get(parameter());
        }
        String map = node.at("map-name", form.at("default-map-name"));
        Object values = map.isEmpty() ? scope : Values.get(map, scope);
        boolean unknown = values instanceof GenericEntity && !((GenericEntity) values).getModelEntity().isField(entry);
        return values == null || unknown ? null : ((Map<?, ?>) values).get(entry);
    }

    Map<String, Object> hidden() {
        Object value = input().at("value").isEmpty() || !"hidden".equals(type()) ? value() : Values.text(input().at("value"), scope);
        return Map.of("name", parameter(), "value", value == null ? "" : value.toString());
    }

    Map<String, Object> model() {
        Node input = input();
        Map<String, Object> model = new HashMap<>(Map.of("type", type(), "name", parameter(), "title", title(),
                "id", node.at("id-name", form.at("name") + "_" + node.at("name")), "required", "true".equals(node.at("required-field")),
                "style", Values.text(node.at("widget-style"), scope), "areaStyle", Values.text(node.at("widget-area-style"), scope),
                "titleStyle", node.at("title-style"), "tooltip", Values.text(node.at("tooltip"), scope)));
        for (String attribute : new String[] {"size", "maxlength", "cols", "rows", "placeholder", "read-only", "allow-empty",
                "confirmation-message"}) {
            model.put("at" + attribute.replace("-", ""), Values.text(input.at(attribute), scope));
        }
        model.put("value", written());
        switch (type()) {
        case "drop-down":
        case "check":
        case "radio":
            Object value = value();
            String current = UtilValidate.isEmpty(value) ? Values.text(input.at("no-current-selected-key"), scope) : value.toString();
            model.put("options", options(value instanceof Collection ? (Collection<?>) value : List.of(current)));
            break;
        case "hyperlink":
            model.put("html", new Html.Ready(Links.html(input, Values.text(input.at("description"), scope), scope)));
            break;
        default:
        }
        return model;
    }

    private String written() {
        Node input = input();
        Object value = value();
        if ("display-entity".equals(type())) {
            return related(value);
        }
        if (!"display".equals(type())) {
            return UtilValidate.isEmpty(value) ? Values.text(input.at("default-value"), scope) : value.toString();
        }
        if (!input.at("description").isEmpty() && !"currency".equals(input.at("type"))) {
            return Values.text(input.at("description"), scope);
        }
        value = input.at("description").isEmpty() ? value : FlexibleStringExpander.getInstance(input.at("description")).expand(scope);
        Locale locale = (Locale) scope.get("locale");
        if (UtilValidate.isEmpty(value)) {
            return "";
        }
        switch (input.at("type", "text")) {
        case "text":
            return value.toString();
        case "currency":
            return Directives.currency(new BigDecimal(value.toString()), Values.text(input.at("currency"), scope), locale);
        case "date":
            return date(DateFormat.getDateInstance(DateFormat.SHORT, locale), value);
        case "date-time":
            return date(DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.MEDIUM, locale), value);
        default:
            throw input.problem("displays in a way that the testbed does not know");
        }
    }

    private String date(DateFormat format, Object value) {
        format.setTimeZone((TimeZone) scope.get("timeZone"));
        return value instanceof Timestamp ? format.format(value) : value.toString();
    }

    private String related(Object key) {
        Node input = input();
        try {
            if (UtilValidate.isEmpty(key)) {
                return "";
            }
            GenericValue value = EntityQuery.use((Delegator) scope.get("delegator")).from(input.at("entity-name"))
                    .where(input.at("key-field-name", node.at("name")), key).cache().queryFirst();
            return value == null ? key.toString() : described(value);
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String described(GenericValue value) {
        Scope inner = scope.child();
        inner.putAll(value);
        return Values.text(input().at("description", "${description}"), inner);
    }

    private List<Map<String, Object>> options(Collection<?> selected) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Node child : input().children()) {
            switch (child.name()) {
            case "option":
                option(Values.text(child.at("key"), scope), Values.text(child.at("description", child.at("key")), scope), selected, options);
                break;
            case "list-options":
                Object list = Values.get(child.at("list-name"), scope);
                for (Object entry : list == null ? List.of() : (Collection<?>) list) {
                    listed(child, entry, selected, options);
                }
                break;
            default:
                entities(child).forEach(value -> listed(child, value, selected, options));
            }
        }
        return options;
    }

    @SuppressWarnings("unchecked")
    private void listed(Node child, Object entry, Collection<?> selected, List<Map<String, Object>> options) {
        Scope inner = scope.child();
        if (child.at("list-entry-name").isEmpty()) {
            inner.putAll((Map<String, Object>) entry);
        } else {
            inner.put(child.at("list-entry-name"), entry);
        }
        Object key = Values.get(child.at("key-name", child.at("key-field-name", node.at("name"))), inner);
        option(String.valueOf(key), Values.text(child.at("description", "${description}"), inner), selected, options);
    }

    private List<GenericValue> entities(Node child) {
        List<EntityCondition> conditions = new ArrayList<>();
        for (Node each : child.all("entity-constraint")) {
            conditions.add(EntityConditions.expression(each, each.at("name"), each.at("env-name"), scope));
        }
        EntityQuery query = EntityQuery.use((Delegator) scope.get("delegator")).from(child.at("entity-name"));
        query.orderBy(child.all("entity-order-by").stream().map(order -> order.at("field-name")).toList());
        try {
            return (conditions.isEmpty() ? query : query.where(conditions)).queryList();
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void option(String key, String description, Collection<?> selected, List<Map<String, Object>> options) {
        options.add(Map.of("key", key, "description", description, "selected", selected.contains(key)));
    }
}
