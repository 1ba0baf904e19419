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

import groovy.lang.Script;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilHttp;
import org.apache.ofbiz.entity.transaction.GenericTransactionException;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.smsbilling.testbed.service.GroovyScripts;

/** Runs the event of a request: a static Java method, a Groovy script or a service. */
public final class Events {

    /** What the testbed can run. */
    public static final Set<String> TYPES = Set.of("java", "groovy", "service");

    private static final String MODULE = Events.class.getName();
    private static final Set<String> OWN_VARIABLES = Set.of("delegator", "dispatcher", "security", "locale", "timeZone", "userLogin");

    private Events() { }

    /** An event that could not be run; the request's error response is used when there is one. */
    public static final class EventFailed extends Exception {
        private static final long serialVersionUID = 1L;

        EventFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @return the name of the response; null when the event has answered itself */
    public static String run(SiteConf.Event event, HttpServletRequest request, HttpServletResponse response) throws EventFailed {
        switch (event.type()) {
        case "service":
            return ServiceEvent.run(event, request);
        case "groovy":
            return inTransaction(event, () -> groovy(event, request, response));
        default:
            return inTransaction(event, () -> (String) Class.forName(event.path(), true, Thread.currentThread().getContextClassLoader())
                    .getMethod(event.invoke(), HttpServletRequest.class, HttpServletResponse.class).invoke(null, request, response));
        }
    }

    /** Java and Groovy events run in a transaction that is committed even after an error, unless it was marked for rollback. */
    private static String inTransaction(SiteConf.Event event, Callable<String> body) throws EventFailed {
        boolean began = false;
        try {
            began = TransactionUtil.begin(event.timeout());
            return body.call();
        } catch (InvocationTargetException e) {
            throw new EventFailed("Problems processing event: " + e.getCause(), e.getCause());
        } catch (Exception e) {
            throw new EventFailed("Problems processing event: " + e, e);
        } finally {
            commit(began);
        }
    }

    private static void commit(boolean began) {
        try {
            TransactionUtil.commit(began);
        } catch (GenericTransactionException e) {
            Debug.logError(e, MODULE);
        }
    }

    /**
     * @param method called without arguments; empty for the script's body
     * @param variables the script sees a copy, and the map itself as context
     */
    public static Object script(String location, String method, Map<String, Object> variables) {
        Map<String, Object> copy = new HashMap<>(variables);
        copy.put("context", variables);
        Script script = GroovyScripts.load(location, copy);
        return method.isEmpty() ? script.run() : script.invokeMethod(method, new Object[0]);
    }

    private static String groovy(SiteConf.Event event, HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("request", request);
        variables.put("response", response);
        variables.put("session", request.getSession());
        for (String name : new String[] {"dispatcher", "delegator", "security"}) {
            variables.put(name, request.getAttribute(name));
        }
        variables.put("locale", UtilHttp.getLocale(request));
        variables.put("timeZone", UtilHttp.getTimeZone(request));
        variables.put("userLogin", request.getSession().getAttribute("userLogin"));
        variables.put("parameters", UtilHttp.getCombinedMap(request, OWN_VARIABLES));
        Object result;
        try {
            result = script(event.path(), event.invoke(), variables);
        } catch (RuntimeException e) {
            Debug.logWarning(e, "Error running event " + event.path() + ": ", MODULE);
            request.setAttribute("_ERROR_MESSAGE_", e.getMessage());
            return "error";
        }
        if (result != null && !(result instanceof CharSequence)) {
            throw new IllegalStateException("Event " + event.path() + " did not return a String but a " + result.getClass().getName());
        }
        return result == null ? null : result.toString();
    }
}
