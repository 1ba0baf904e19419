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
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.ofbiz.base.util.UtilHttp;
import org.apache.ofbiz.webapp.control.ExternalLoginKeysManager;
import org.apache.ofbiz.webapp.control.RequestHandler;

/** Links of screens and menus. A link to a request with an event becomes a form that posts, as in OFBiz. */
final class Links {

    private Links() { }

    /** @param node link or hyperlink; its url-mode or target-type is intra-app, inter-app, content or plain */
    static String html(Node node, String text, Scope scope) {
        String target = Values.text(node.at("target"), scope);
        String mode = node.at("url-mode", node.at("target-type", "intra-app"));
        HttpServletRequest request = (HttpServletRequest) scope.get("request");
        String type = node.at("link-type", "auto");
        if ("auto".equals(type)) {
            boolean event = "intra-app".equals(mode) && RequestHandler.from(request).hasEvent(target.replaceAll("\\?.*", ""));
            type = event ? "hidden-form" : "anchor";
        }
        Map<String, Object> parameters = parameters(node, scope);
        String attributes = attribute("id", node.at("id"), scope) + attribute("class", node.at("style"), scope)
                + attribute("target", node.at("target-window"), scope);
        if ("true".equals(node.at("request-confirmation"))) {
            attributes += attribute("data-confirm-message", node.at("confirmation-message", "${uiLabelMap.CommonConfirm}"), scope);
        }
        if ("anchor".equals(type)) {
            return "<a" + attributes + " href=\"" + Html.url(url(target, mode, parameters, scope)) + "\">" + Html.encode(text) + "</a>";
        } else if (!"hidden-form".equals(type)) {
            throw node.problem("has a link-type that the testbed does not know");
        }
        String name = "link" + UUID.randomUUID().toString().replace("-", "");
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"" + Html.url(url(target, mode, Map.of(), scope))
                + "\" onsubmit=\"javascript:submitFormDisableSubmits(this)\" name=\"" + name + "\">");
        parameters.forEach((key, value) -> form.append("<input name=\"").append(key).append("\" value=\"").append(Html.encode(value.toString()))
                .append("\" type=\"hidden\"/>"));
        return form + "</form><a" + attributes + " href=\"javascript:document." + name + ".submit()\">" + Html.encode(text) + "</a>";
    }

    private static Map<String, Object> parameters(Node node, Scope scope) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (Node parameter : node.all("parameter")) {
            String name = parameter.at("param-name");
            String given = parameter.at("value");
            Object value = given.isEmpty() ? Values.get(parameter.at("from-field", name), scope) : Values.text(given, scope);
            parameters.put(name, value == null ? "" : value.toString());
        }
        return parameters;
    }

    private static String attribute(String name, String text, Scope scope) {
        return Html.attribute(name, Values.text(text, scope));
    }

    /** @return the address for the mode, not yet encoded for HTML */
    static String url(String target, String mode, Map<String, Object> parameters, Scope scope) {
        HttpServletRequest request = (HttpServletRequest) scope.get("request");
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        String url = target;
        switch (mode) {
        case "intra-app":
            url = RequestHandler.from(request).makeLink(request, (HttpServletResponse) scope.get("response"), target);
            break;
        case "inter-app":
            all.put("externalLoginKey", ExternalLoginKeysManager.getExternalLoginKey(request));
            break;
        case "content":
        case "plain":
            break;
        default:
            throw new IllegalStateException("Link to " + target + ": the testbed does not know the url-mode " + mode);
        }
        String query = UtilHttp.urlEncodeArgs(all);
        return query.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + query;
    }
}
