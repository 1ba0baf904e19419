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

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ofbiz.base.util.UtilHttp;
import org.apache.ofbiz.base.util.UtilValidate;

/** The one renderer of forms and grids: makes plain maps of the fields, which forms.ftl writes as OFBiz's themes expect them. */
final class Forms {

    private static final Set<String> INVISIBLE = Set.of("hidden", "ignored");

    private final Scope scope;
    private final Writer out;

    Forms(Scope scope, Writer out) {
        this.scope = scope;
        this.out = out;
    }

    void render(String location, String tag, String name) throws IOException {
        Node form = Node.find(location, tag, name);
        boolean list = "grid".equals(tag) || "list".equals(form.at("type"));
        if (!list && !"single".equals(form.at("type"))) {
            throw form.problem("is of a type that the testbed does not know: single and list it does");
        }
        Map<String, Object> model = new HashMap<>();
        for (String attribute : new String[] {"name", "id", "header-row-style", "odd-row-style", "default-table-style"}) {
            model.put(attribute.replace("-", ""), Values.text(form.at(attribute), scope));
        }
        model.put("uiLabelMap", scope.get("uiLabelMap"));
        model.put("kind", list ? "list" : "single");
        if (list) {
            list(form, model);
        } else {
            Actions.run(form, "actions", scope);
            single(form, model);
        }
        Templates.plain("forms.ftl", model, out);
    }

    private void single(Node form, Map<String, Object> model) {
        model.put("target", target(form));
        model.put("focus", form.at("focus-field-name"));
        List<Map<String, Object>> hidden = new ArrayList<>();
        List<List<Map<String, Object>>> rows = new ArrayList<>();
        int last = 99;
        for (Node node : form.all("field")) {
            Field field = new Field(node, form, scope);
            if (!field.used()) {
                continue;
            }
            if ("hidden".equals(field.type()) || "true".equals(field.input().at("also-hidden"))) {
                hidden.add(field.hidden());
            }
            if (!INVISIBLE.contains(field.type())) {
                int position = Integer.parseInt(node.at("position", "1"));
                if (position <= last) {
                    rows.add(new ArrayList<>());
                }
                rows.get(rows.size() - 1).add(field.model());
                last = position;
            }
        }
        model.put("hidden", hidden);
        model.put("rows", rows);
    }

    private String target(Node form) {
        String target = form.at("target");
        for (Node other : form.all("alt-target")) {
            if (Field.holds(other.at("use-when"), scope)) {
                target = other.at("target");
            }
        }
        return target.isEmpty() ? "" : Links.url(Values.text(target, scope), "intra-app", Map.of(), scope);
    }

    private void list(Node form, Map<String, Object> model) {
        int size = number("VIEW_SIZE_1", Integer.parseInt(form.at("view-size", "20")));
        int index = number("VIEW_INDEX_1", 0);
        scope.put("viewIndex", index);
        scope.put("viewSize", size);
        Actions.run(form, "actions", scope);
        Object found = Values.get(form.at("list-name"), scope);
        List<Object> entries = new ArrayList<>(found == null ? List.of() : (Collection<?>) found);
        boolean paged = !"false".equals(form.at("paginate"));
        int from = paged ? Math.min(index * size, entries.size()) : 0;
        int to = paged ? Math.min(from + size, entries.size()) : entries.size();
        Map<String, Map<String, Object>> titles = new LinkedHashMap<>();
        for (Node node : form.all("field")) {
            Field field = new Field(node, form, scope);
            if (!INVISIBLE.contains(field.type())) {
                titles.putIfAbsent(node.at("name"), field.titleModel());
            }
        }
        List<Object> rows = new ArrayList<>();
        for (Object entry : entries.subList(from, to)) {
            rows.add(row(form, entry, from + rows.size(), titles.keySet()));
        }
        model.put("titles", titles.values());
        model.put("rows", rows);
        model.put("page", paged && entries.size() > size ? pages(index, size, entries.size()) : null);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> row(Node form, Object entry, int index, Set<String> columns) {
        Scope inner = scope.child();
        inner.put("itemIndex", index);
        inner.putAll((Map<String, Object>) entry);
        Actions.run(form, "row-actions", inner);
        Map<String, List<Map<String, Object>>> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column, new ArrayList<>()));
        List<Map<String, Object>> hidden = new ArrayList<>();
        for (Node node : form.all("field")) {
            Field field = new Field(node, form, inner);
            if ("hidden".equals(field.type()) && field.used()) {
                hidden.add(field.hidden());
            } else if (!"ignored".equals(field.type()) && field.used()) {
                cells.get(node.at("name")).add(field.model());
            }
        }
        return Map.of("cells", cells.values(), "hidden", hidden);
    }

    @SuppressWarnings("unchecked")
    private int number(String parameter, int byDefault) {
        Object value = ((Map<String, Object>) scope.get("parameters")).get(parameter);
        return UtilValidate.isNotEmpty(value) && value.toString().matches("\\d{1,6}") ? Integer.parseInt(value.toString()) : byDefault;
    }

    private Map<String, Object> pages(int index, int size, int all) {
        Map<String, Object> page = new HashMap<>(Map.of("from", index * size + 1, "to", Math.min(all, (index + 1) * size), "all", all));
        if (index > 0) {
            page.put("previous", link(index - 1));
        }
        if ((index + 1) * size < all) {
            page.put("next", link(index + 1));
        }
        return page;
    }

    private String link(int index) {
        HttpServletRequest request = (HttpServletRequest) scope.get("request");
        Map<String, Object> parameters = new HashMap<>(UtilHttp.getParameterMap(request));
        parameters.put("VIEW_INDEX_1", String.valueOf(index));
        return Links.url((String) request.getAttribute("thisRequestUri"), "intra-app", parameters, scope);
    }
}
