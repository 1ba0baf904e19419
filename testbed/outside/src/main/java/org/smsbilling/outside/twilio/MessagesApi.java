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
package org.smsbilling.outside.twilio;

import java.time.Clock;
import java.util.Map;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.ErrorAnswers;
import org.smsbilling.outside.web.Router;

/** The Message resource: create, fetch, redact, delete. */
final class MessagesApi {
    private final Gate gate;
    private final SendRules rules;
    private final MessageStore store;
    private final Delivery delivery;
    private final Clock clock;

    MessagesApi(Gate gate, SendRules rules, MessageStore store, Delivery delivery, Clock clock) {
        this.gate = gate;
        this.rules = rules;
        this.store = store;
        this.delivery = delivery;
        this.clock = clock;
    }

    void serve(Router router) {
        router.add("POST", "/2010-04-01/Accounts/{account}/Messages.json", this::create)
                .add("GET", "/2010-04-01/Accounts/{account}/Messages/{sid}.json", call -> Answer.json(find(call).toResource()))
                .add("POST", "/2010-04-01/Accounts/{account}/Messages/{sid}.json", this::update)
                .add("DELETE", "/2010-04-01/Accounts/{account}/Messages/{sid}.json", this::delete);
    }

    private Answer create(Call call) {
        Directory.Account account = gate.enter(call);
        SendRules.Accepted accepted = rules.check(account.sid(), call.form());
        boolean pooled = !accepted.serviceSid().isEmpty();
        Sms sms = new Sms(new Sms.Draft(store.newSid("SM"), account.sid(), accepted.from(), accepted.to(), accepted.serviceSid(), accepted.body(),
                "outbound-api", clock.instant(), accepted.validity(), accepted.callback()),
                pooled ? "accepted" : "queued", pooled ? 0 : Segments.count(accepted.body()));
        Answer answer = Answer.json(201, sms.toResource());
        store.add(sms);
        delivery.begin(sms);
        return answer;
    }

    private Sms find(Call call) {
        Directory.Account account = gate.enter(call);
        return store.find(account.sid(), call.pathValue("sid")).orElseThrow(() -> Gate.notFound(call));
    }

    private Answer update(Call call) {
        Sms sms = find(call);
        Map<String, String> form = call.form();
        if (!"".equals(form.get("Body"))) {
            return ErrorAnswers.twilio(400, 20001, "Only an empty Body is allowed");
        }
        sms.redact(clock.instant());
        store.changed();
        return Answer.json(sms.toResource());
    }

    private Answer delete(Call call) {
        Sms sms = find(call);
        if (sms.inProgress()) {
            return ErrorAnswers.twilio(409, 20009, "Cannot delete this resource before it has completed");
        }
        store.remove(sms);
        return Answer.empty(204);
    }
}
