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

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.ofbiz.base.util.Debug;
import org.smsbilling.testbed.web.Views;
import org.smsbilling.testbed.web.WebHost;

/** Stand-in for OFBiz's front controller: all that matches a controller.xml goes through it. */
public final class ControlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String MODULE = ControlServlet.class.getName();

    @Override
    @SuppressWarnings("unchecked")
    public void init() throws ServletException {
        try {
            RequestHandler.start(getServletContext());
        } catch (IOException | RuntimeException e) {
            List<Exception> problems = (List<Exception>) getServletContext().getAttribute(WebHost.PROBLEMS);
            problems.add(e);
            throw new ServletException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(request, response);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(request, response);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handle(request, response);
    }

    private void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html; charset=" + (request.getCharacterEncoding() == null ? "UTF-8" : request.getCharacterEncoding()));
        request.setAttribute("_CONTROL_PATH_", request.getContextPath() + request.getServletPath());
        request.getSession().setAttribute("delegatorName", "default");
        for (String name : new String[] {"delegator", "dispatcher", "security"}) {
            request.setAttribute(name, getServletContext().getAttribute(name));
        }
        request.setAttribute("_FORWARDED_FROM_SERVLET_", Boolean.TRUE);
        try {
            RequestHandler.from(request).doRequest(request, response, null);
        } catch (RequestHandler.MethodNotAllowed e) {
            response.setContentType("text/plain; charset=UTF-8");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.getWriter().print(e.getMessage());
        } catch (RequestHandler.RequestFailed | RuntimeException e) {
            Debug.logError(e, "Error in request handler: ", MODULE);
            if (!response.isCommitted()) {
                Views.renderError(e, response);
            }
        }
    }
}
