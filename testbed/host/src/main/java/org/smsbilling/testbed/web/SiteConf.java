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
package org.smsbilling.testbed.web;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ofbiz.base.location.FlexibleLocation;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/**
 * A controller.xml with all that it includes. Files without a schemaLocation are refused, and so is a request-map without security:
 * OFBiz reads both, but without the defaults of its schema, so that no login is required.
 */
public final class SiteConf {

    private static final Set<String> RESPONSES = Set.of("view", "request", "request-redirect", "request-redirect-noparam", "url", "none");
    private static final Set<String> VIEWS = Set.of("screen", "ftl", "none");
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    private final Map<String, List<RequestMap>> requests = new LinkedHashMap<>();
    private final Map<String, ViewMap> views = new LinkedHashMap<>();
    private final Set<String> eventTypes = new HashSet<>();
    private final Set<String> viewTypes = new HashSet<>();
    private final List<Event> preprocessors = new ArrayList<>();
    private String defaultRequest;

    /** What a request runs before its response. */
    public record Event(String type, String path, String invoke, int timeout) { }

    /** Where a request goes for one result of its event. */
    public record Response(String name, String type, String value, Map<String, String> fields, Map<String, String> values, String statusCode) { }

    /** One uri (or template) for one HTTP method or all. */
    public record RequestMap(String uri, String method, boolean auth, boolean direct, Event event, Map<String, Response> responses) { }

    /** How a view is rendered. */
    public record ViewMap(String name, String type, String page, boolean auth, String contentType, String encoding, boolean noCache,
                          String frameOptions, String transportSecurity) { }

    /** Reads the file; what is in it overrides what it includes. */
    public SiteConf(URL url) {
        read(url);
        requests.values().forEach(maps -> maps.forEach(this::check));
        for (ViewMap view : views.values()) {
            if (!"none".equals(view.type()) && !viewTypes.contains(view.type())) {
                throw new IllegalStateException(url + ": view " + view.name() + " is of type " + view.type() + ", for which no handler is included");
            }
        }
    }

    private void read(URL url) {
        Element root = StrictXml.root(url, "site-conf");
        if (!root.hasAttribute("xsi:schemaLocation") && !root.hasAttribute("xsi:noNamespaceSchemaLocation")) {
            throw new IllegalStateException(url + ": no schemaLocation; OFBiz would read it without defaults and require no login");
        }
        List<Element> children = StrictXml.children(root, "include", "description", "errorpage", "handler", "preprocessor", "default-request",
                "request-map", "view-map");
        children.stream().filter(child -> "include".equals(StrictXml.name(child))).forEach(child -> read(locate(child)));
        Set<String> own = new HashSet<>();
        for (Element child : children) {
            readChild(child, own);
        }
    }

    private static URL locate(Element include) {
        String location = StrictXml.attributes(include, "location!").get("location");
        try {
            URL url = FlexibleLocation.resolveLocation(location);
            if (url == null) {
                throw StrictXml.problem(include, "names " + location + ", which does not exist in the testbed");
            }
            return url;
        } catch (MalformedURLException e) {
            throw StrictXml.problem(include, e.getMessage());
        }
    }

    private void readChild(Element child, Set<String> own) {
        switch (StrictXml.name(child)) {
        case "handler":
            Map<String, String> handler = StrictXml.attributes(child, "name!", "type", "class!");
            Set<String> types = "view".equals(handler.get("type")) ? viewTypes : eventTypes;
            types.add(handler.get("name"));
            break;
        case "preprocessor":
            StrictXml.children(child, "event").forEach(event -> preprocessors.add(event(event)));
            break;
        case "default-request":
            defaultRequest = StrictXml.attributes(child, "request-uri!").get("request-uri");
            break;
        case "request-map":
            RequestMap request = requestMap(child);
            if (own.add(request.uri())) {
                requests.put(request.uri(), new ArrayList<>());
            }
            requests.get(request.uri()).add(request);
            break;
        case "view-map":
            ViewMap view = viewMap(child);
            views.put(view.name(), view);
            break;
        default: // include was read before, description and errorpage tell the testbed nothing
        }
    }

    private RequestMap requestMap(Element element) {
        Map<String, String> at = StrictXml.attributes(element, "uri!", "method", "track-visit", "track-serverhit", "edit");
        Map<String, String> security = null;
        Event event = null;
        Map<String, Response> responses = new LinkedHashMap<>();
        for (Element child : StrictXml.children(element, "description", "security", "event", "response")) {
            if ("security".equals(StrictXml.name(child))) {
                security = StrictXml.attributes(child, "https", "auth", "direct-request", "csrf-token", "external-view");
            } else if ("event".equals(StrictXml.name(child))) {
                event = event(child);
            } else if ("response".equals(StrictXml.name(child))) {
                Response response = response(child);
                responses.put(response.name(), response);
            }
        }
        if (security == null) {
            throw StrictXml.problem(element, "has no <security>: OFBiz would require no login");
        }
        return new RequestMap(at.get("uri"), at.getOrDefault("method", "all"), flag(security, "auth", true), flag(security, "direct-request", true),
                event, responses);
    }

    private Event event(Element element) {
        Map<String, String> at = StrictXml.attributes(element, "type!", "path", "invoke", "name", "global-transaction", "transaction-timeout");
        if (!eventTypes.contains(at.get("type")) || !Events.TYPES.contains(at.get("type"))) {
            throw StrictXml.problem(element, "is of a type without a handler; included are " + eventTypes + ", the testbed knows " + Events.TYPES);
        }
        return new Event(at.get("type"), at.getOrDefault("path", ""), at.getOrDefault("invoke", ""),
                Integer.parseInt(at.getOrDefault("transaction-timeout", "0")));
    }

    private static Response response(Element element) {
        Map<String, String> at = StrictXml.attributes(element, "name!", "type!", "value", "status-code");
        if (!RESPONSES.contains(at.get("type"))) {
            throw StrictXml.problem(element, "is of a type that the testbed does not know; it knows " + RESPONSES);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Element child : StrictXml.children(element, "redirect-parameter")) {
            Map<String, String> parameter = StrictXml.attributes(child, "name!", "from", "value");
            if (parameter.containsKey("value")) {
                values.put(parameter.get("name"), parameter.get("value"));
            } else {
                fields.put(parameter.get("name"), parameter.getOrDefault("from", parameter.get("name")));
            }
        }
        return new Response(at.get("name"), at.get("type"), at.get("value"), fields, values, at.getOrDefault("status-code", ""));
    }

    private static ViewMap viewMap(Element element) {
        Map<String, String> at = StrictXml.attributes(element, "name!", "type", "page", "auth", "content-type", "encoding", "no-cache",
                "x-frame-options", "strict-transport-security");
        if (!VIEWS.contains(at.getOrDefault("type", "default"))) {
            throw StrictXml.problem(element, "is of a type that the testbed does not know; it knows " + VIEWS);
        }
        return new ViewMap(at.get("name"), at.get("type"), at.get("page"), flag(at, "auth", true), at.getOrDefault("content-type", "text/html"),
                at.get("encoding"), flag(at, "no-cache", false), at.getOrDefault("x-frame-options", "sameorigin"),
                at.get("strict-transport-security"));
    }

    private static boolean flag(Map<String, String> attributes, String name, boolean byDefault) {
        return Boolean.parseBoolean(attributes.getOrDefault(name, String.valueOf(byDefault)));
    }

    private void check(RequestMap request) {
        for (Response response : request.responses().values()) {
            boolean missing = "view".equals(response.type()) && !views.containsKey(response.value())
                    || "request".equals(response.type()) && !requests.containsKey(response.value());
            if (missing) {
                throw new IllegalStateException("Request " + request.uri() + " answers with the " + response.type() + " " + response.value()
                        + ", which is not defined");
            }
        }
    }

    /** The request-maps of a path; the variables of a template such as p/{token} are added to the given map. Empty when there is none. */
    public List<RequestMap> find(String path, Map<String, String> variables) {
        for (Map.Entry<String, List<RequestMap>> entry : requests.entrySet()) {
            Matcher match = Pattern.compile(VARIABLE.matcher("\\Q" + entry.getKey() + "\\E").replaceAll("\\\\E(?<$1>[^/]+)\\\\Q")).matcher(path);
            if (match.matches()) {
                VARIABLE.matcher(entry.getKey()).results().forEach(each -> variables.put(each.group(1), match.group(each.group(1))));
                return entry.getValue();
            }
        }
        String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        boolean overridesView = first.length() < path.length() && views.containsKey(path.substring(first.length() + 1));
        if (requests.containsKey(first) && overridesView) {
            return requests.get(first);
        }
        return requests.getOrDefault(defaultRequest, List.of());
    }

    /** @return the first request-map of the uri, or null */
    public RequestMap request(String uri) {
        return requests.containsKey(uri) ? requests.get(uri).get(0) : null;
    }

    /** @return null when there is no such view */
    public ViewMap view(String name) {
        return views.get(name);
    }

    /** Every view that can be rendered. */
    public Iterable<ViewMap> views() {
        return views.values();
    }

    /** Events before each request that is not chained. */
    public List<Event> preprocessors() {
        return preprocessors;
    }
}
