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

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders menus as nested lists, the way OFBiz's themes style them. */
final class Menus {

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, Node> items = new LinkedHashMap<>();

    private Menus(String location, String name) {
        Node menu = Node.find(location, "menu", name);
        if (!menu.at("extends").isEmpty()) {
            Menus base = new Menus(menu.at("extends-resource", location), menu.at("extends"));
            attributes.putAll(base.attributes);
            items.putAll(base.items);
        }
        attributes.putAll(menu.attributes());
        menu.children().forEach(item -> items.put(item.at("name"), item));
    }

    static void render(String location, String name, Scope scope, Writer out) throws IOException {
        new Menus(location, name).render(scope, out);
    }

    private void render(Scope scope, Writer out) throws IOException {
        String id = attributes.getOrDefault("id", "");
        String title = Values.text(attributes.getOrDefault("title", ""), scope);
        String style = id.isEmpty() ? Html.attribute("class", attributes.getOrDefault("menu-container-style", "")) : Html.attribute("id", id);
        out.write("<div" + style + ">\n");
        out.write((title.isEmpty() ? "" : "<h2>" + Html.encode(title) + "</h2>\n") + "<ul><li><ul>\n");
        Object current = Values.get(attributes.getOrDefault("selected-menuitem-context-field-name", "selectedMenuItem"), scope);
        String selected = current == null ? attributes.getOrDefault("default-menu-item-name", "") : current.toString();
        for (Node item : items.values()) {
            if (Conditions.hold(item, scope)) {
                item(item, item.at("name").equals(selected), scope, out);
            }
        }
        out.write("</ul></li></ul><br class=\"clear\"/></div>\n");
    }

    private void item(Node item, boolean selected, Scope scope, Writer out) throws IOException {
        List<String> styles = new ArrayList<>(List.of(Values.text(item.at("widget-style"), scope)));
        if (selected) {
            styles.add(item.at("selected-style", attributes.getOrDefault("default-selected-style", "selected")));
        }
        String style = String.join(" ", styles).trim();
        String tooltip = Values.text(item.at("tooltip"), scope);
        String title = Values.text(item.at("title"), scope);
        Node link = item.child("link");
        String text = link == null || link.at("text").isEmpty() ? title : Values.text(link.at("text"), scope);
        out.write("<li" + Html.attribute("class", style) + Html.attribute("title", tooltip) + ">"
                + (link == null ? Html.encode(text) : Links.html(link, text, scope)) + "</li>\n");
    }
}
