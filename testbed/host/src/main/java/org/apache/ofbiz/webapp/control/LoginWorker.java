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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilHttp;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.security.Security;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceUtil;

/** Signing in and out as events of the controller. */
public final class LoginWorker {

    private static final String RESOURCE = "SecurityextUiLabels";

    private LoginWorker() { }

    /** Success when somebody is signed in who may use this application; else keeps the request for after the login, and 401. */
    public static String extensionCheckLogin(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        GenericValue userLogin = (GenericValue) session.getAttribute("userLogin");
        if (userLogin != null && !hasBasePermission(userLogin, request)) {
            request.setAttribute("_ERROR_MESSAGE_LIST", new LinkedList<>(List.of("User does not have permission or is flagged as logged out")));
            session.invalidate();
            userLogin = null;
        }
        boolean credentials = UtilValidate.isNotEmpty(request.getParameter("USERNAME")) && UtilValidate.isNotEmpty(request.getParameter("PASSWORD"));
        if (userLogin == null && (!credentials || "error".equals(login(request, response)))) {
            request.removeAttribute("_LOGIN_PASSED_");
            keepRequest(request);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return "error";
        }
        return "success";
    }

    private static void keepRequest(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Map<String, Object> inUrl = UtilHttp.getUrlOnlyParameterMap(request);
        Map<String, Object> inForm = new LinkedHashMap<>(UtilHttp.getParameterMap(request));
        inForm.keySet().removeAll(inUrl.keySet());
        session.setAttribute("_PREVIOUS_REQUEST_", request.getPathInfo());
        session.setAttribute("_PREVIOUS_PARAM_MAP_URL_", inUrl);
        session.setAttribute("_PREVIOUS_PARAM_MAP_FORM_", inForm);
    }

    /** Signs in with the parameters USERNAME and PASSWORD, in a session with a new id. */
    public static String login(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getSession().isNew()) {
            request.changeSessionId();
        }
        String username = request.getParameter("USERNAME");
        String password = request.getParameter("PASSWORD");
        List<String> missing = new LinkedList<>();
        if (UtilValidate.isEmpty(username)) {
            missing.add(message(request, "loginevents.username_was_empty_reenter", Map.of()));
        }
        if (UtilValidate.isEmpty(password)) {
            missing.add(message(request, "loginevents.password_was_empty_reenter", Map.of()));
        }
        if (!missing.isEmpty()) {
            request.setAttribute("_ERROR_MESSAGE_LIST_", missing);
            return "error";
        }
        return login(request, username, password);
    }

    private static String login(HttpServletRequest request, String username, String password) {
        LocalDispatcher dispatcher = (LocalDispatcher) request.getAttribute("dispatcher");
        String problem;
        try {
            Map<String, Object> result = dispatcher.runSync("userLogin", UtilMisc.toMap("login.username", username, "login.password", password,
                    "locale", UtilHttp.getLocale(request)));
            if (ServiceUtil.isSuccess(result)) {
                GenericValue userLogin = (GenericValue) result.get("userLogin");
                if (!hasBasePermission(userLogin, request)) {
                    request.setAttribute("_ERROR_MESSAGE_", message(request, "loginevents.unable_to_login_this_application", Map.of()));
                    return "error";
                }
                request.getSession().setAttribute("userLogin", userLogin);
                request.setAttribute("_LOGIN_PASSED_", "TRUE");
                return "success";
            }
            problem = ServiceUtil.getErrorMessage(result);
        } catch (GenericServiceException e) {
            problem = e.getMessage();
        }
        request.setAttribute("_ERROR_MESSAGE_", message(request, "loginevents.following_error_occurred_during_login",
                Map.of("errorMessage", problem == null ? "" : problem)));
        return "error";
    }

    /** Ends the session; the next request starts a new one. */
    public static String logout(HttpServletRequest request, HttpServletResponse response) {
        ExternalLoginKeysManager.forget(request.getSession());
        request.getSession().invalidate();
        request.getSession();
        return "success";
    }

    /** Whether the user holds PERMISSION_VIEW or PERMISSION_ADMIN of each base permission of the application. */
    public static boolean hasBasePermission(GenericValue userLogin, HttpServletRequest request) {
        Security security = (Security) request.getServletContext().getAttribute("security");
        for (String permission : (String[]) request.getServletContext().getAttribute("_BASE_PERMISSION_")) {
            if (!"NONE".equals(permission) && !security.hasEntityPermission(permission, "_VIEW", userLogin)) {
                return false;
            }
        }
        return true;
    }

    private static String message(HttpServletRequest request, String name, Map<String, Object> context) {
        return UtilProperties.getMessage(RESOURCE, name, context, UtilHttp.getLocale(request));
    }
}
