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
package org.smsbilling.paylink;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the messaging apps that fetch a page to show a preview of it, and other machines, from people who open it. */
public final class LinkPreviews {

    private static final Pattern MACHINE = Pattern.compile("whatsapp|facebookexternalhit|facebot|twitterbot|slackbot|slack-imgproxy|skypeuripreview|"
            + "telegrambot|discordbot|linkedinbot|pinterest|google-|googlebot|google web preview|bingpreview|microsoftpreview|embedly|iframely|"
            + "snapchat|"
            + "redditbot|viber|vkshare|applebot|(?<!cu)bot\\b|crawler|spider|preview|urlscan|curl/|wget/|python-requests|okhttp|java/|go-http-client|"
            + "headlesschrome-prerender");

    private LinkPreviews() { }

    /**
     * @param userAgent as the client names itself, or null: people's browsers always do
     * @param method of the request: nobody reads a page with HEAD
     * @param purpose of the request as the browser tells it (Sec-Purpose, Purpose, X-Moz), or null
     */
    public static boolean recognised(String userAgent, String method, String purpose) {
        if (userAgent == null || userAgent.isBlank() || "HEAD".equalsIgnoreCase(method)) {
            return true;
        }
        String why = purpose == null ? "" : purpose.toLowerCase(Locale.ROOT);
        return why.contains("prefetch") || why.contains("preview") || MACHINE.matcher(userAgent.toLowerCase(Locale.ROOT)).find();
    }
}
