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
package org.apache.ofbiz.webapp.control;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilHttp;
import org.apache.ofbiz.base.util.UtilValidate;
import org.smsbilling.testbed.web.Events;
import org.smsbilling.testbed.web.SecurityHeaders;
import org.smsbilling.testbed.web.SiteConf;
import org.smsbilling.testbed.web.SiteConf.RequestMap;
import org.smsbilling.testbed.web.SiteConf.Response;
import org.smsbilling.testbed.web.SiteConf.ViewMap;
import org.smsbilling.testbed.web.Views;

/** Takes a request through controller.xml: login, event, response. */
public final class RequestHandler {

    private static final String MODULE = RequestHandler.class.getName();
    private static final String HANDLER = "_REQUEST_HANDLER_";
    private static final List<String> NO_RETURN = List.of("/logout", "/login", "/checkLogin", "/checkLogin/login");

    private final SiteConf conf;

    private RequestHandler(SiteConf conf) {
        this.conf = conf;
    }

    /** Reads the controller of an application. */
    public static RequestHandler start(ServletContext application) throws IOException {
        RequestHandler handler = new RequestHandler(new SiteConf(application.getResource("/WEB-INF/controller.xml")));
        handler.conf.views().forEach(Views::check);
        application.setAttribute(HANDLER, handler);
        return handler;
    }

    /** @return the handler of the request's application */
    public static RequestHandler from(HttpServletRequest request) {
        return (RequestHandler) request.getServletContext().getAttribute(HANDLER);
    }

    /** What OFBiz answers with its error page and, as long as nothing else says so, with status 200. */
    public static final class RequestFailed extends Exception {
        private static final long serialVersionUID = 1L;

        RequestFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** No request-map for the HTTP method. */
    public static final class MethodNotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MethodNotAllowed(String message) {
            super(message);
        }
    }

    /** @param chain null for what came from outside, else the request that another one continues with */
    public void doRequest(HttpServletRequest request, HttpServletResponse response, String chain) throws RequestFailed, IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        RequestMap requestMap = chain == null ? fromOutside(request, path) : conf.request(chain);
        request.setAttribute("thisRequestUri", requestMap.uri());
        String result = null;
        if (requestMap.auth() && !"success".equals(LoginWorker.extensionCheckLogin(request, response))) {
            result = "error";
            requestMap = conf.request("XMLHttpRequest".equals(request.getHeader("X-Requested-With")) ? "ajaxCheckLogin" : "checkLogin");
            if (requestMap == null) {
                throw new RequestFailed("A login is required, but checkLogin is not in the controller", null);
            }
        }
        if (request.getAttribute("targetRequestUri") == null) {
            Object previous = request.getSession().getAttribute("_PREVIOUS_REQUEST_");
            request.setAttribute("targetRequestUri", previous != null ? previous : "/" + path);
        }
        restoreForm(request);
        Response next = null;
        if (result == null && requestMap.event() != null) {
            result = runEvent(requestMap, request, response);
            if (result == null) {
                return;
            }
        }
        if (result != null) {
            next = requestMap.responses().get(result);
            if (next == null && "none".equals(result)) {
                return;
            }
            if (next == null) {
                Debug.logWarning("Could not find response in request [" + requestMap.uri() + "] for event return [" + result + "]", MODULE);
            }
        }
        restoreMessages(request);
        if (continueAfterLogin(request, response)) {
            return;
        }
        next = next != null ? next : requestMap.responses().get("success");
        if (next == null) {
            throw new RequestFailed("Request [" + requestMap.uri() + "] has no response for [" + result + "].", null);
        }
        respond(next, request, response);
    }

    private RequestMap fromOutside(HttpServletRequest request, String path) throws RequestFailed, IOException {
        Map<String, String> variables = new HashMap<>();
        List<RequestMap> maps = conf.find(path, variables);
        variables.forEach(request::setAttribute);
        String missing = "Unknown request [" + path + "]; this request does not exist or cannot be called directly.";
        if (maps.isEmpty()) {
            throw new RequestFailed(missing, null);
        }
        RequestMap requestMap = maps.stream().filter(map -> map.method().equalsIgnoreCase(request.getMethod())).findFirst()
                .or(() -> maps.stream().filter(map -> "all".equals(map.method())).findFirst())
                .orElseThrow(() -> new MethodNotAllowed("Request " + path + " is not defined for " + request.getMethod()));
        if (!requestMap.direct()) {
            throw new RequestFailed(missing, null);
        }
        for (SiteConf.Event event : conf.preprocessors()) {
            try {
                Events.run(event, request, null);
            } catch (Events.EventFailed e) {
                Debug.logError(e, MODULE);
            }
        }
        return requestMap;
    }

    private String runEvent(RequestMap requestMap, HttpServletRequest request, HttpServletResponse response) throws RequestFailed {
        try {
            return Events.run(requestMap.event(), request, response);
        } catch (Events.EventFailed e) {
            Debug.logError(e, MODULE);
            if (!requestMap.responses().containsKey("error")) {
                throw new RequestFailed("Error calling event and no error response was specified", e);
            }
            request.setAttribute("_ERROR_MESSAGE_", "Error calling event: " + e);
            return "error";
        }
    }

    /** After the login, the parameters of the form that was posted before it. */
    @SuppressWarnings("unchecked")
    private static void restoreForm(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute("_PREVIOUS_PARAM_MAP_FORM_") != null && session.getAttribute("_PREVIOUS_REQUEST_") == null) {
            Map<String, Object> form = (Map<String, Object>) session.getAttribute("_PREVIOUS_PARAM_MAP_FORM_");
            form.forEach(request::setAttribute);
            session.removeAttribute("_PREVIOUS_PARAM_MAP_FORM_");
        }
    }

    /** Messages of the request that was redirected to here. */
    @SuppressWarnings("unchecked")
    private static void restoreMessages(HttpServletRequest request) {
        Map<String, Object> kept = (Map<String, Object>) request.getSession().getAttribute("_REQ_ATTR_MAP_");
        if (kept != null) {
            request.getSession().removeAttribute("_REQ_ATTR_MAP_");
            kept.entrySet().stream().filter(each -> each.getKey().matches("_(ERROR|EVENT|WARNING)_MESSAGE_.*|_UNSAFE_EVENT_MESSAGE_"))
                    .forEach(each -> request.setAttribute(each.getKey(), each.getValue()));
        }
    }

    @SuppressWarnings("unchecked")
    private boolean continueAfterLogin(HttpServletRequest request, HttpServletResponse response) {
        String previous = (String) request.getSession().getAttribute("_PREVIOUS_REQUEST_");
        if (previous == null || !"TRUE".equals(request.getAttribute("_LOGIN_PASSED_"))) {
            return false;
        }
        request.getSession().removeAttribute("_PREVIOUS_REQUEST_");
        if (NO_RETURN.contains(previous)) {
            return false;
        }
        String query = UtilHttp.urlEncodeArgs((Map<String, Object>) request.getSession().getAttribute("_PREVIOUS_PARAM_MAP_URL_"));
        redirect(makeLink(request, response, query.isEmpty() ? previous : previous + "?" + query), "", request, response);
        return true;
    }

    private void respond(Response next, HttpServletRequest request, HttpServletResponse response) throws RequestFailed, IOException {
        switch (next.type()) {
        case "none":
            break;
        case "request":
            doRequest(request, response, next.value());
            break;
        case "url":
            redirect(next.value(), next.statusCode(), request, response);
            break;
        case "request-redirect":
            redirect(makeLink(request, response, next.value()) + query(next, request), next.statusCode(), request, response);
            break;
        case "request-redirect-noparam":
            redirect(makeLink(request, response, next.value()), next.statusCode(), request, response);
            break;
        default:
            renderView(next.value(), request, response);
        }
    }

    private static String query(Response next, HttpServletRequest request) {
        Map<String, Object> arguments = new HashMap<>(next.values());
        next.fields().forEach((name, from) -> arguments.put(name, request.getAttribute(from) != null ? request.getAttribute(from)
                : request.getParameter(from)));
        boolean named = !next.fields().isEmpty() || !next.values().isEmpty();
        String query = UtilHttp.urlEncodeArgs(named ? arguments : UtilHttp.getUrlOnlyParameterMap(request));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static void redirect(String url, String status, HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> kept = UtilHttp.getAttributeMap(request);
        kept.values().removeIf(value -> !(value instanceof Serializable));
        request.getSession().setAttribute("_REQ_ATTR_MAP_", kept);
        response.setStatus(status.isEmpty() ? 303 : Integer.parseInt(status));
        response.setHeader("Location", url);
    }

    private void renderView(String name, HttpServletRequest request, HttpServletResponse response) throws RequestFailed, IOException {
        ViewMap view = conf.view(name);
        if (view == null || "none".equals(view.type())) {
            throw new RequestFailed("No definition found for view with name [" + name + "]", null);
        }
        request.setAttribute("_CURRENT_VIEW_", name);
        if (view.auth() && request.getSession().getAttribute("userLogin") == null
                && !"success".equals(LoginWorker.extensionCheckLogin(request, response))) {
            throw new RequestFailed("An active login is required for view with name [" + name + "]", null);
        }
        String charset = UtilValidate.isNotEmpty(view.encoding()) ? view.encoding() : request.getCharacterEncoding();
        response.setContentType("none".equals(charset) ? view.contentType() : view.contentType() + "; charset=" + charset);
        if (view.noCache()) {
            SecurityHeaders.noCache(response);
        } else {
            response.setHeader("Cache-Control", "Set-Cookie");
        }
        SecurityHeaders.set(response, view);
        try {
            Views.render(view, request, response);
        } catch (Views.ViewFailed e) {
            throw new RequestFailed(e.getMessage(), e);
        }
        response.flushBuffer();
    }

    /** @return the path of a request of this application */
    public String makeLink(HttpServletRequest request, HttpServletResponse response, String url) {
        return response.encodeURL(request.getAttribute("_CONTROL_PATH_") + (url.startsWith("/") ? "" : "/") + url);
    }

    /** Whether a link to the request must be a form that posts, because the request has an event. */
    public boolean hasEvent(String uri) {
        return conf.request(uri) != null && conf.request(uri).event() != null;
    }
}
