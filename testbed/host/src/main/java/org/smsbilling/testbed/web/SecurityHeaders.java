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

import jakarta.servlet.http.HttpServletResponse;

/** The headers that OFBiz sets just before a view renders; a page that wants others sets them in the view itself. */
public final class SecurityHeaders {

    private SecurityHeaders() { }

    /** @param view null for an answer without a view, such as JSON */
    public static void set(HttpServletResponse response, SiteConf.ViewMap view) {
        String frames = view == null ? "sameorigin" : view.frameOptions();
        String transport = view == null || view.transportSecurity() == null ? "max-age=31536000; includeSubDomains" : view.transportSecurity();
        if (!"none".equals(frames)) {
            response.addHeader("x-frame-options", frames);
        }
        if (!"none".equals(transport)) {
            response.addHeader("strict-transport-security", transport);
        }
        response.addHeader("x-content-type-options", "nosniff");
        response.addHeader("X-XSS-Protection", "1; mode=block");
        response.setHeader("Referrer-Policy", "no-referrer-when-downgrade");
        response.setHeader("Content-Security-Policy-Report-Only", "default-src 'self'");
    }

    /** A page that browsers and proxies do not keep. */
    public static void noCache(HttpServletResponse response) {
        response.setHeader("Expires", "Thu, 01 Jan 1970 00:00:00 GMT");
        response.setHeader("Cache-Control", "no-store, no-cache, must-revalidate, private");
        response.setHeader("Pragma", "no-cache");
    }
}
