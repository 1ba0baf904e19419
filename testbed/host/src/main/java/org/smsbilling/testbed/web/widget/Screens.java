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
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Renders screens as HTML. */
public final class Screens {

    private final Writer out;

    /** @param out where the page goes */
    public Screens(Writer out) {
        this.out = out;
    }

    /** Sections that a screen hands to its decorator; they see the variables of the screen, not those of the decorator. Known as "sections". */
    public final class Sections {
        private final Map<String, Node> nodes = new HashMap<>();
        private final Scope scope;

        Sections(Node decorated, Scope scope) {
            decorated.all("decorator-section").forEach(section -> nodes.put(section.at("name"), section));
            this.scope = scope;
        }

        /** @return always empty, so that templates can write ${sections.render("body")} */
        public String render(String name) throws IOException {
            if (nodes.containsKey(name)) {
                widgets(nodes.get(name), scope.child());
            }
            return "";
        }
    }

    /** Reads everything that the screen names by plain text. */
    static void check(String location, String name) {
        Node.find(location, "screen", name);
    }

    /** @param page a location, # and the name of a screen */
    public void render(String page, Scope scope) throws IOException {
        String[] parts = page.split("#");
        screen(parts[0], parts[1], scope);
    }

    private void screen(String location, String name, Scope scope) throws IOException {
        section(Node.find(location, "screen", name).child("section"), scope);
    }

    private void section(Node section, Scope scope) throws IOException {
        boolean holds = Conditions.hold(section, scope);
        if (holds) {
            Actions.run(section, "actions", scope);
        }
        Node widgets = section.child(holds ? "widgets" : "fail-widgets");
        if (widgets != null) {
            widgets(widgets, scope);
        }
    }

    private void widgets(Node parent, Scope scope) throws IOException {
        for (Node widget : parent.children()) {
            widget(widget, scope);
        }
    }

    private void widget(Node node, Scope scope) throws IOException {
        switch (node.name()) {
        case "section":
            section(node, scope);
            break;
        case "include-screen":
            screen(Values.text(node.at("location", node.location()), scope), Values.text(node.at("name"), scope),
                    "true".equals(node.at("share-scope")) ? scope : scope.child());
            break;
        case "decorator-screen":
            decorate(node, scope);
            break;
        case "decorator-section-include":
            if (scope.get("sections") != null) {
                Sections sections = (Sections) scope.get("sections");
                sections.render(node.at("name"));
            }
            break;
        case "platform-specific":
            for (Node template : node.child("html").children()) {
                Templates.encoded(Values.text(template.at("location"), scope), scope, out);
            }
            break;
        case "include-portal-page":
            portalPage(Values.text(node.at("id"), scope), scope);
            break;
        case "include-menu":
            Menus.render(Values.text(node.at("location"), scope), Values.text(node.at("name"), scope), scope.child(), out);
            break;
        default:
            plain(node, scope);
        }
    }

    /** Column after column, in each the portlets in their order. */
    private void portalPage(String id, Scope scope) throws IOException {
        try {
            Delegator delegator = (Delegator) scope.get("delegator");
            for (GenericValue column : EntityQuery.use(delegator).from("PortalPageColumn").where("portalPageId", id).orderBy("columnSeqId")
                    .queryList()) {
                out.write("<div class=\"portal-column\" id=\"portalColumn_" + column.getString("columnSeqId") + "\">\n");
                for (GenericValue portlet : EntityQuery.use(delegator).from("PortalPagePortlet").where("portalPageId", id,
                        "columnSeqId", column.get("columnSeqId")).orderBy("sequenceNum").queryList()) {
                    GenericValue screen = EntityQuery.use(delegator).from("PortalPortlet")
                            .where("portalPortletId", portlet.get("portalPortletId")).queryOne();
                    screen(screen.getString("screenLocation"), screen.getString("screenName"), scope.child());
                }
                out.write("</div>\n");
            }
        } catch (GenericEntityException e) {
            throw new IOException("Portal page " + id + " cannot be read", e);
        }
    }

    private void decorate(Node node, Scope scope) throws IOException {
        String location = Values.text(node.at("location"), scope);
        Scope inner = scope.child();
        inner.put("sections", new Sections(node, scope));
        screen(UtilValidate.isEmpty(location) ? node.location() : location, Values.text(node.at("name"), scope), inner);
    }

    private void plain(Node node, Scope scope) throws IOException {
        String style = Values.text(node.at("style"), scope);
        String id = Html.attribute("id", Values.text(node.at("id"), scope));
        String attributes = id + Html.attribute("class", style);
        switch (node.name()) {
        case "label":
            String text = Values.text(node.at("text") + node.text(), scope);
            boolean heading = style.matches("h[1-6]");
            if (!text.isEmpty()) {
                String tag = heading ? style : "span";
                out.write("<" + tag + (heading ? id : attributes) + ">" + Html.encode(text) + "</" + tag + ">\n");
            }
            break;
        case "container":
            out.write("<div" + attributes + ">\n");
            widgets(node, scope);
            out.write("</div>\n");
            break;
        case "screenlet":
            String title = Values.text(node.at("title"), scope);
            out.write("<div class=\"screenlet\"" + id + ">\n<div class=\"screenlet-title-bar\"><ul>"
                    + (title.isEmpty() ? "" : "<li class=\"h3\">" + Html.encode(title) + "</li>") + "</ul><br class=\"clear\"/></div>\n<div class=\""
                    + ("false".equals(node.at("padded")) ? "screenlet-body no-padding" : "screenlet-body") + "\">\n");
            widgets(node, scope);
            out.write("</div></div>\n");
            break;
        default:
            out.write(Links.html(node, Values.text(node.at("text"), scope), scope));
        }
    }

    /** For templates: ${screens.render("component://...#name")}. */
    public static final class Renderer {
        private final Scope scope;

        /** @param scope of the page */
        public Renderer(Scope scope) {
            this.scope = scope;
        }

        /** @return the rendered screen, which templates write as it is */
        public Object render(String page) throws IOException {
            StringWriter text = new StringWriter();
            new Screens(text).render(page, scope.child());
            return new Html.Ready(text.toString());
        }
    }
}
