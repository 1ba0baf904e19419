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
package org.smsbilling.outside.handset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.smsbilling.outside.MovableClock;
import org.smsbilling.outside.twilio.MessageStore;
import org.smsbilling.outside.twilio.Twilio;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.BadRequest;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Forms;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;
import org.smsbilling.outside.web.Templates;

/** The customers' phones, as pages: a list of threads, and each thread with a box to answer. */
public final class Handset {
    private static final int LONGEST_REPLY = 1600;

    private final Twilio twilio;
    private final Conversations conversations;
    private final Clock clock;
    private final Templates templates = new Templates(Handset.class);

    public Handset(Twilio twilio, Clock clock) {
        this.twilio = twilio;
        this.conversations = new Conversations(twilio.messages());
        this.clock = clock;
    }

    public void serve(Router router) {
        router.add("GET", "/handset", this::list).add("GET", "/handset/", call -> Answer.redirect("/handset"))
                .add("GET", "/handset/{phone}", this::latest)
                .add("GET", "/handset/{phone}/{sender}", this::thread)
                .add("POST", "/handset/{phone}/{sender}", this::reply);
    }

    private List<Map<String, Object>> threads() {
        return conversations.threads(LocalDate.now(clock.withZone(MovableClock.HOME)));
    }

    private Answer list(Call call) {
        return page("threads.ftl", call, Json.map("threads", threads()));
    }

    /** A phone's newest thread. */
    private Answer latest(Call call) {
        String phone = call.pathValue("phone");
        return threads().stream().filter(thread -> thread.get("phone").equals(phone)).findFirst()
                .map(thread -> Answer.redirect("/handset/" + Forms.encode(phone) + "/" + encode((String) thread.get("sender"))))
                .orElseGet(() -> Answer.redirect("/handset"));
    }

    private Answer thread(Call call) {
        String phone = call.pathValue("phone");
        String sender = call.pathValue("sender");
        List<Map<String, Object>> messages = conversations.messages(phone, sender);
        return page("thread.ftl", call, Json.map("phone", phone, "phoneText", Conversations.display(phone), "sender", sender,
                "senderText", Conversations.display(sender), "messages", messages, "here", "/handset/" + encode(phone) + "/" + encode(sender),
                "answerable", twilio.directory().number(sender).isPresent()));
    }

    private Answer reply(Call call) {
        String body = call.form().getOrDefault("body", "").strip();
        if (body.length() > LONGEST_REPLY) {
            throw new BadRequest("too long");
        }
        if (!body.isEmpty()) {
            twilio.inbound().receive(call.pathValue("phone"), call.pathValue("sender"), body);
        }
        return Answer.redirect("/handset/" + encode(call.pathValue("phone")) + "/" + encode(call.pathValue("sender")));
    }

    /** The whole page, or with ?part only what changes; 204 if nothing did since version ?since. */
    private Answer page(String template, Call call, Map<String, Object> model) {
        MessageStore store = twilio.messages();
        long version = store.version();
        boolean part = call.query().containsKey("part");
        if (part && String.valueOf(version).equals(call.query().get("since"))) {
            return Answer.empty(204);
        }
        model.put("part", part);
        model.put("version", version);
        model.put("now", Conversations.time(clock.instant()));
        return Answer.html(templates.render(template, model)).with("Cache-Control", "no-store").with("X-Version", String.valueOf(version));
    }

    private static String encode(String text) {
        return Forms.encode(text).replace("+", "%20");
    }
}
