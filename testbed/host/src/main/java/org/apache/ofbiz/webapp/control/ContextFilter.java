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

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Makes the context parameters of web.xml attributes of the application, so that screens find them as parameters, and bodies UTF-8. */
public final class ContextFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    public void init() {
        ServletContext application = getServletContext();
        Collections.list(application.getInitParameterNames()).forEach(name -> application.setAttribute(name, application.getInitParameter(name)));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        for (String name : new String[] {"delegator", "dispatcher", "security"}) {
            request.setAttribute(name, getServletContext().getAttribute(name));
        }
        chain.doFilter(request, response);
    }
}
