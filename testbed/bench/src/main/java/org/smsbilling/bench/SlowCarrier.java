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
package org.smsbilling.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.OutgoingSms;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsPrice;
import org.smsbilling.provider.SmsProvider;

/** A carrier that accepts everything after a fixed time. */
final class SlowCarrier implements SmsProvider {

    private final long delayMillis;
    private final AtomicLong calls = new AtomicLong();

    SlowCarrier(long delayMillis) {
        this.delayMillis = delayMillis;
    }

    /** One call. @return its number, from 1 */
    long call() {
        try {
            TimeUnit.MILLISECONDS.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return calls.incrementAndGet();
    }

    long calls() {
        return calls.get();
    }

    @Override
    public SendResult send(SmsAccount account, OutgoingSms sms) {
        return new SendResult.Accepted("SM" + call(), 0);
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
