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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.base.util.Debug;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.SmsProvider;

/** The one request for a message, made no later than two seconds after its checks began: what waited longer is checked again. */
final class CarrierCall {

    private static final String MODULE = CarrierCall.class.getName();
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(1_800);
    private static final long FRESH_ENOUGH_NANOS = TimeUnit.MILLISECONDS.toNanos(1_600);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(40);

    /** Waits until it is a message's turn. */
    @FunctionalInterface
    interface Turn {
        /** @return false when it is not this dispatcher's to send any more */
        boolean await(ReadyMessage message) throws InterruptedException;
    }

    private final Clock clock;
    private final SmsProvider provider;
    private final MessagePreparation preparation;
    private volatile DispatchStep step = DispatchStep.NONE;

    CarrierCall(Clock clock, SmsProvider provider, MessagePreparation preparation) {
        this.clock = clock;
        this.provider = provider;
        this.preparation = preparation;
    }

    void observe(DispatchStep observer) {
        step = observer;
    }

    DispatchStep step() {
        return step;
    }

    /** @return empty when the message may not leave any more, or is not ours any more; then it was not called */
    Optional<CallResult> make(ReadyMessage waiting, Turn turn) throws InterruptedException {
        Optional<ReadyMessage> ready = fresh(waiting) ? Optional.of(waiting) : again(waiting);
        if (ready.isPresent()) {
            if (!turn.await(ready.get())) {
                preparation.giveBack(ready.get());
                return Optional.empty();
            }
            ready = fresh(ready.get()) ? ready : again(ready.get());
        }
        return ready.map(this::call);
    }

    private CallResult call(ReadyMessage ready) {
        step.at(DispatchStep.Point.BEFORE_CALL, ready.messageId());
        CallResult result = new CallResult(ready, send(ready));
        step.at(DispatchStep.Point.AFTER_CALL, ready.messageId());
        return result;
    }

    private boolean fresh(ReadyMessage ready) {
        return fresh(ready, FRESH_NANOS);
    }

    /** @return whether its checks are young enough to be given to a thread that makes the call */
    boolean freshEnough(ReadyMessage ready) {
        return fresh(ready, FRESH_ENOUGH_NANOS);
    }

    private boolean fresh(ReadyMessage ready, long nanos) {
        return System.nanoTime() - ready.checkedNanos() < nanos && ready.lease().outlasts(clock.instant(), LONGEST_CALL);
    }

    private Optional<ReadyMessage> again(ReadyMessage waiting) {
        return preparation.again(waiting, MessagePreparation.lease(waiting.lease().owner(), clock.instant()));
    }

    private SendResult send(ReadyMessage ready) {
        if (step != DispatchStep.NONE) {
            Thread during = new Thread(() -> step.at(DispatchStep.Point.DURING_CALL, ready.messageId()), "smsbilling-during-call");
            during.setDaemon(true);
            during.start();
        }
        Instant now = clock.instant();
        try {
            return provider.send(ready.settings().smsAccount().orElseThrow(), ready.sms(now));
        } catch (RuntimeException e) {
            Debug.logError(e, "The call for message " + ready.messageId() + " broke off", MODULE);
            return new SendResult.Unknown(e.getClass().getSimpleName());
        }
    }
}
