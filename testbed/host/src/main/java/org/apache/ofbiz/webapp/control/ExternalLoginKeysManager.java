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
import java.util.Map;
import java.util.UUID;
import org.apache.ofbiz.entity.GenericValue;

/** Keys in links from one application into another that sign the same user in there. All applications of a host share the keys. */
public final class ExternalLoginKeysManager {

    private static final String KEY = "externalLoginKey";
    private static final String KEYS = "_EXTERNAL_LOGIN_KEYS_";

    private ExternalLoginKeysManager() { }

    /** Hands the host's keys to an application. */
    public static void share(ServletContext application, Map<String, GenericValue> keys) {
        application.setAttribute(KEYS, keys);
    }

    /** @return the page's key: each page gets a new one, which ends that of the page before; empty when nobody is signed in */
    public static String getExternalLoginKey(HttpServletRequest request) {
        GenericValue userLogin = (GenericValue) request.getSession().getAttribute("userLogin");
        if (request.getAttribute(KEY) != null || userLogin == null) {
            return userLogin == null ? "" : (String) request.getAttribute(KEY);
        }
        forget(request.getSession());
        String key = "EL" + UUID.randomUUID();
        keys(request.getServletContext()).put(key, userLogin);
        request.setAttribute(KEY, key);
        request.getSession().setAttribute(KEY, key);
        return key;
    }

    /** Event before each request: signs in whom the parameter externalLoginKey names. */
    public static String checkExternalLoginKey(HttpServletRequest request, HttpServletResponse response) {
        String key = request.getParameter(KEY);
        GenericValue userLogin = key == null ? null : keys(request.getServletContext()).get(key);
        if (userLogin != null && LoginWorker.hasBasePermission(userLogin, request)) {
            request.getSession().setAttribute("userLogin", userLogin);
        }
        return "success";
    }

    static void forget(HttpSession session) {
        if (session.getAttribute(KEY) != null) {
            keys(session.getServletContext()).remove((String) session.getAttribute(KEY));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, GenericValue> keys(ServletContext application) {
        return (Map<String, GenericValue>) application.getAttribute(KEYS);
    }
}
