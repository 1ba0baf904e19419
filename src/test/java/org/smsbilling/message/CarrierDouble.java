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
package org.smsbilling.message;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.OutgoingSms;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsPrice;
import org.smsbilling.provider.SmsProvider;

/** A carrier that remembers every request and answers as a test tells it. */
public final class CarrierDouble implements SmsProvider {

    /** A request.
     * @param nanos when it came */
    public record Request(OutgoingSms sms, long nanos) { }

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile BiFunction<OutgoingSms, Integer, SendResult> answer = (sms, number) -> accepted();

    public List<Request> requests() {
        return requests;
    }

    public SendResult accepted() {
        return new SendResult.Accepted("SM" + ids.incrementAndGet(), 0);
    }

    /** @param answers to the request and its number, from 1 */
    public void answers(BiFunction<OutgoingSms, Integer, SendResult> answers) {
        answer = answers;
    }

    public long requestsTo(String number) {
        return requests.stream().filter(request -> request.sms().to().equals(number)).count();
    }

    @Override
    public SendResult send(SmsAccount account, OutgoingSms sms) {
        Request request = new Request(sms, System.nanoTime());
        requests.add(request);
        return answer.apply(sms, requests.indexOf(request) + 1);
    }

    @Override
    public AccountCheck check(SmsAccount account) {
        return AccountCheck.ok();
    }

    @Override
    public Optional<SmsPrice> price(SmsAccount account, String countryCode) {
        return Optional.empty();
    }
}
