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
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.ofbiz.base.util.UtilHttp;

/**
 * Lets through the paths of its parameter allowedPaths (separated by colons) and sends the rest to redirectPath, or answers errorCode.
 * A parameter that contains &lt; is answered with 500, whatever the path.
 */
public final class ControlFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        boolean markup = UtilHttp.getParameterMap(request).values().stream().anyMatch(value -> value.toString().contains("<"));
        if (markup) {
            throw new ServletException("For security reason this URL is not accepted");
        }
        String allowed = getFilterConfig().getInitParameter("allowedPaths");
        String redirect = getFilterConfig().getInitParameter("redirectPath");
        String code = getFilterConfig().getInitParameter("errorCode");
        String path = request.getRequestURI().substring(request.getContextPath().length());
        List<String> prefixes = allowed == null ? List.of("") : Arrays.asList(allowed.split(":"));
        if (prefixes.stream().anyMatch(path::startsWith) || path.equals(redirect)) {
            chain.doFilter(request, response);
        } else if (redirect == null) {
            response.sendError(code == null ? HttpServletResponse.SC_FORBIDDEN : Integer.parseInt(code));
        } else {
            response.sendRedirect(request.getContextPath() + redirect);
        }
    }
}
