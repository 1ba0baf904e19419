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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smsbilling.testbed.web.widget.Html;
import org.smsbilling.testbed.web.widget.Page;

/** Renders views: screens and FreeMarker templates. */
public final class Views {

    private Views() { }

    /** A view that could not be rendered to its end. */
    public static final class ViewFailed extends Exception {
        private static final long serialVersionUID = 1L;

        ViewFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Stops when the view's screen or template, or what it names, cannot be read. */
    public static void check(SiteConf.ViewMap view) {
        if (!"none".equals(view.type())) {
            Page.check(view.page());
        }
    }

    /** Writes the view; headers are set already. */
    public static void render(SiteConf.ViewMap view, HttpServletRequest request, HttpServletResponse response) throws ViewFailed, IOException {
        try {
            Page page = new Page(request, response);
            if ("screen".equals(view.type())) {
                page.screen(view.page());
            } else {
                page.template(view.page());
            }
        } catch (RuntimeException e) {
            throw new ViewFailed("View " + view.name() + ": " + e.getMessage(), e);
        }
    }

    /** OFBiz's error page, with whatever status the response has by now. */
    public static void renderError(Exception problem, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setContentType("text/html; charset=UTF-8");
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        response.getWriter().write("<!DOCTYPE html><html><head><title>ERROR MESSAGE</title></head><body><h1>ERROR MESSAGE</h1><p>"
                + Html.encode(String.valueOf(cause)) + "</p></body></html>");
    }
}
