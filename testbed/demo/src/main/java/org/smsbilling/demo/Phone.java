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
package org.smsbilling.demo;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The customers' phones, as far as one needs them: the pay link of the newest text. */
final class Phone {
    private static final Pattern PAY_LINK = Pattern.compile("https?://[^\\s\"<]+/pay/control/p/[A-Za-z0-9_-]+");
    private static final long DEADLINE_SECONDS = 20;
    private final Browser browser = new Browser();
    private final URI outside;

    Phone(URI outside) {
        this.outside = outside;
    }

    /** Waits until there is one. */
    String newestLink(String number) throws IOException, InterruptedException {
        URI thread = outside.resolve("/control/messages?to=" + number.replace("+", "%2B"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        String link = "";
        while (link.isEmpty()) {
            Steps.holds(System.nanoTime() < end, "a text with a link arrives");
            Matcher links = PAY_LINK.matcher(browser.page(thread));
            while (links.find()) {
                link = links.group();
            }
            TimeUnit.MILLISECONDS.sleep(link.isEmpty() ? 50 : 0);
        }
        return link;
    }
}
