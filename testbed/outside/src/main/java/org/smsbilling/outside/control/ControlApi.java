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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.smsbilling.outside.MovableClock;
import org.smsbilling.outside.cardpointe.CardPointe;
import org.smsbilling.outside.faults.Fault;
import org.smsbilling.outside.faults.Faults;
import org.smsbilling.outside.faults.Journal;
import org.smsbilling.outside.twilio.Directory;
import org.smsbilling.outside.twilio.Sms;
import org.smsbilling.outside.twilio.Twilio;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.BadRequest;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** What tests and the demo use to look behind the scenes and to make trouble, in JSON. The module's README lists it. */
public final class ControlApi {
    private final MovableClock clock;
    private final Twilio twilio;
    private final CardPointe cardPointe;
    private final Faults faults;
    private final Journal journal;

    public ControlApi(MovableClock clock, Twilio twilio, CardPointe cardPointe, Faults faults, Journal journal) {
        this.clock = clock;
        this.twilio = twilio;
        this.cardPointe = cardPointe;
        this.faults = faults;
        this.journal = journal;
    }

    public void serve(Router router) {
        router.add("GET", "/clock", call -> now()).add("POST", "/clock", this::moveClock)
                .add("GET", "/control/faults", call -> faultsInForce())
                .add("POST", "/control/faults", this::addFault)
                .add("DELETE", "/control/faults", call -> clearFaults())
                .add("GET", "/control/requests", this::requests)
                .add("DELETE", "/control/requests", call -> forgetRequests())
                .add("GET", "/control/messages", this::messages)
                .add("POST", "/control/inbound", this::inbound)
                .add("POST", "/control/numbers", this::number)
                .add("POST", "/control/delivery", this::delivery)
                .add("GET", "/control/webhooks", call -> Answer.json(Map.of("webhooks", twilio.webhooks().list())))
                .add("POST", "/control/webhooks", this::webhooks)
                .add("GET", "/control/transactions", this::transactions)
                .add("POST", "/control/ach-return", this::achReturn)
                .add("POST", "/control/cardpointe", this::cardPointe)
                .add("POST", "/control/reset", call -> reset());
    }

    private Answer now() {
        return Answer.json(Map.of("now", clock.instant().toString())).with("Cache-Control", "no-store");
    }

    private Answer moveClock(Call call) {
        ObjectNode request = call.json();
        try {
            if (request.has("set")) {
                clock.set(Instant.parse(request.get("set").asText()));
            } else {
                clock.advance(required(request, "advance"));
            }
        } catch (DateTimeException e) {
            throw new BadRequest(e.getMessage());
        }
        return now();
    }

    private static String required(JsonNode request, String name) {
        String value = request.path(name).asText("");
        if (value.isEmpty()) {
            throw new BadRequest(name + " is required");
        }
        return value;
    }

    private Answer addFault(Call call) {
        faults.add(new Fault(call.json()));
        return faultsInForce();
    }

    private Answer faultsInForce() {
        return Answer.json(Map.of("faults", faults.list()));
    }

    private Answer clearFaults() {
        faults.clear();
        return faultsInForce();
    }

    private Answer requests(Call call) {
        return Answer.json(journal.report(call.query().getOrDefault("method", ""), call.query().getOrDefault("path", "*")));
    }

    private Answer forgetRequests() {
        journal.clear();
        return Answer.json(Map.of());
    }

    private Answer messages(Call call) {
        Map<String, String> query = call.query();
        List<Sms> oldestFirst = new ArrayList<>(query.containsKey("to") ? twilio.messages().ofPhone(query.get("to")) : twilio.messages().all());
        Collections.reverse(oldestFirst);
        return Answer.json(Map.of("messages", oldestFirst.stream().filter(sms -> query.getOrDefault("to", sms.draft().to()).equals(sms.draft().to()))
                .filter(sms -> query.getOrDefault("from", sms.from()).equals(sms.from()))
                .filter(sms -> query.getOrDefault("direction", sms.draft().direction()).equals(sms.draft().direction()))
                .map(Sms::toReport).toList()));
    }

    private Answer inbound(Call call) {
        ObjectNode request = call.json();
        return Answer.json(Map.of("sid", twilio.inbound().receive(required(request, "from"), required(request, "to"), required(request, "body"))));
    }

    private Answer number(Call call) {
        ObjectNode request = call.json();
        String number = required(request, "number");
        Directory.Number old = twilio.directory().number(number).orElseGet(() -> new Directory.Number(twilio.messages().newSid("PN"),
                required(request, "accountSid"), number, ""));
        String smsUrl = request.path("smsUrl").asText(old.smsUrl());
        twilio.directory().put(new Directory.Number(old.sid(), old.accountSid(), number, smsUrl));
        twilio.directory().serviceOf(number).ifPresent(service -> twilio.directory().put(
                new Directory.Service(service.sid(), service.accountSid(), number, smsUrl)));
        return Answer.json(Json.map("number", number, "smsUrl", smsUrl));
    }

    private Answer delivery(Call call) {
        ObjectNode request = call.json();
        if (request.has("stepMillis")) {
            twilio.delivery().stepMillis(request.get("stepMillis").asLong());
        }
        if (request.has("hold")) {
            twilio.delivery().hold(request.get("hold").asBoolean());
        }
        return Answer.json(Map.of());
    }

    private Answer webhooks(Call call) {
        twilio.webhooks().mode(required(call.json(), "mode"));
        return Answer.json(Map.of("mode", twilio.webhooks().mode().name()));
    }

    private Answer transactions(Call call) {
        return Answer.json(Json.map("taken", cardPointe.taken().toPlainString(), "transactions",
                cardPointe.transactions(call.query().getOrDefault("orderid", ""))));
    }

    private Answer achReturn(Call call) {
        ObjectNode request = call.json();
        cardPointe.returnPayment(required(request, "reference"), request.path("code").asText("R01"), request.path("afterDays").asInt(-1));
        return Answer.json(Map.of());
    }

    private Answer cardPointe(Call call) {
        cardPointe.amountsForceCodes(call.json().path("amountsForceCodes").asBoolean(true));
        return Answer.json(Map.of());
    }

    private Answer reset() {
        faults.clear();
        journal.clear();
        twilio.reset();
        cardPointe.reset();
        return Answer.json(Map.of());
    }
}
