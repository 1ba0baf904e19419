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

import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.jakarta.servlet.HttpRequestHashModel;
import freemarker.ext.jakarta.servlet.HttpSessionHashModel;
import freemarker.template.Configuration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.base.util.UtilHttp;
import org.apache.ofbiz.entity.transaction.GenericTransactionException;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.webapp.control.ExternalLoginKeysManager;

/** One page: the variables that OFBiz gives to screens and templates, and the transaction around a screen. */
public final class Page {

    private static final Set<String> SKIPPED = Set.of("delegator", "dispatcher", "security", "webSiteId");
    private static final BeansWrapper WRAPPER = new BeansWrapper(Configuration.VERSION_2_3_34);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Scope scope = new Scope();

    /** Takes the messages of the request: they are shown on this page only. */
    public Page(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        scope.put("request", request);
        scope.put("response", response);
        scope.put("session", request.getSession());
        scope.put("application", request.getServletContext());
        for (String name : new String[] {"delegator", "dispatcher", "security"}) {
            scope.put(name, request.getAttribute(name));
        }
        scope.put("userLogin", request.getSession().getAttribute("userLogin"));
        scope.put("requestAttributes", new HttpRequestHashModel(request, WRAPPER));
        scope.put("sessionAttributes", new HttpSessionHashModel(request.getSession(), WRAPPER));
        scope.put("requestParameters", UtilHttp.getParameterMap(request));
    }

    static void checkTemplate(String location) {
        Templates.check(location);
    }

    /** @param page a screen (location#name) or a template; stops when it or what it names cannot be read */
    public static void check(String page) {
        String[] parts = page.split("#");
        if (parts.length == 2) {
            Screens.check(parts[0], parts[1]);
        } else {
            Templates.check(page);
        }
    }

    /** Forgets all files, for a host with other components. */
    public static void forget() {
        Node.forget();
        Templates.forget();
    }

    /** Renders a template with the few variables of a view of type ftl; strings are not encoded. */
    public void template(String location) throws IOException {
        Templates.plain(location, scope, response.getWriter());
    }

    /** Renders a screen in one transaction. What is written before an error stays unsent. */
    public void screen(String page) throws IOException {
        scope.put("parameters", UtilHttp.getCombinedMap(request, SKIPPED));
        scope.put("locale", UtilHttp.getLocale(request));
        scope.put("timeZone", UtilHttp.getTimeZone(request));
        scope.put("nowTimestamp", now());
        scope.put("globalContext", scope);
        scope.put("externalLoginKey", ExternalLoginKeysManager.getExternalLoginKey(request));
        scope.put("externalKeyParam", "&amp;externalLoginKey=" + ExternalLoginKeysManager.getExternalLoginKey(request));
        messages("eventMessageList", "_EVENT_MESSAGE_");
        messages("errorMessageList", "_ERROR_MESSAGE_");
        scope.put("isError", !((List<?>) scope.get("errorMessageList")).isEmpty());
        Scope screen = scope.child();
        screen.put("screens", new Screens.Renderer(screen));
        StringWriter text = new StringWriter();
        boolean began = false;
        try {
            began = TransactionUtil.begin();
            new Screens(text).render(page, screen);
            TransactionUtil.commit(began);
            began = false;
        } catch (GenericTransactionException e) {
            throw new IllegalStateException(e);
        } finally {
            rollback(began);
        }
        response.getWriter().write(response.getContentType() != null && response.getContentType().startsWith("text/html") ? "<!DOCTYPE html>\n" : "");
        response.getWriter().write(text.toString());
    }

    private static Timestamp now() {
        return UtilDateTime.nowTimestamp();
    }

    private static void rollback(boolean began) {
        try {
            if (began) {
                TransactionUtil.rollback(true, "The screen could not be rendered", null);
            }
        } catch (GenericTransactionException e) {
            Debug.logError(e, Page.class.getName());
        }
    }

    private void messages(String variable, String attribute) {
        List<Object> messages = new ArrayList<>();
        if (request.getAttribute(attribute) != null) {
            messages.add(request.getAttribute(attribute));
        }
        if (request.getAttribute(attribute + "LIST_") instanceof List) {
            messages.addAll((List<?>) request.getAttribute(attribute + "LIST_"));
        }
        request.removeAttribute(attribute);
        request.removeAttribute(attribute + "LIST_");
        scope.put(variable, messages);
    }
}
