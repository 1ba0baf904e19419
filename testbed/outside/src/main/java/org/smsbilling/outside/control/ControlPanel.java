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
package org.smsbilling.outside.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.smsbilling.outside.MovableClock;
import org.smsbilling.outside.faults.Fault;
import org.smsbilling.outside.faults.Faults;
import org.smsbilling.outside.handset.Handset;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.BadRequest;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;
import org.smsbilling.outside.web.Templates;

/** The start page for people: the way to the handset, the clock, and the troubles most often wanted. */
public final class ControlPanel {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm a", Locale.US);
    private static final Map<String, String> TROUBLES = Map.of(
            "carrier-busy", "{\"path\":\"/2010-04-01/*\",\"kind\":\"STATUS\",\"status\":429}",
            "carrier-silent", "{\"path\":\"/2010-04-01/*\",\"kind\":\"DROP_AFTER\"}",
            "gateway-slow", "{\"path\":\"/cardconnect/*\",\"delayMillis\":8000}",
            "gateway-silent", "{\"path\":\"/cardconnect/rest/auth\",\"kind\":\"DROP_AFTER\"}",
            "gateway-declines", "{\"path\":\"/cardconnect/rest/auth\",\"kind\":\"DECLINE\"}");

    private final MovableClock clock;
    private final Faults faults;
    private final Templates templates = new Templates(ControlPanel.class);

    public ControlPanel(MovableClock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    public void serve(Router router) {
        router.add("GET", "/", call -> page()).add("POST", "/panel/clock", this::advance).add("POST", "/panel/faults", this::trouble);
        asset(router, "/outside.css", "text/css;charset=utf-8");
        asset(router, "/outside.js", "text/javascript;charset=utf-8");
    }

    private static void asset(Router router, String path, String contentType) {
        try (InputStream in = Handset.class.getResourceAsStream(path.substring(1))) {
            Answer answer = Answer.bytes(contentType, in.readAllBytes()).with("Cache-Control", "no-cache");
            router.add("GET", path, call -> answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer page() {
        return Answer.html(templates.render("panel.ftl", Json.map("now", FULL.format(clock.instant().atZone(MovableClock.HOME)),
                "faults", faults.list()))).with("Cache-Control", "no-store");
    }

    private Answer advance(Call call) {
        try {
            clock.advance(call.form().getOrDefault("by", ""));
        } catch (DateTimeException e) {
            throw new BadRequest("no duration");
        }
        return Answer.redirect("/");
    }

    private Answer trouble(Call call) {
        String described = TROUBLES.get(call.form().getOrDefault("trouble", ""));
        faults.clear();
        if (described != null) {
            faults.add(new Fault(Json.object(described)));
        }
        return Answer.redirect("/");
    }
}
