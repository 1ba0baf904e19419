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
package org.smsbilling.twilio;

import java.time.Duration;
import java.util.Optional;

import com.twilio.exception.ApiException;

/** Twilio had too many requests, and may have said when to come again (RFC 9110, 10.2.3). */
final class BusyException extends ApiException {

    private static final long serialVersionUID = 1L;
    /** Whatever a header says, nothing waits longer for it. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Duration atLeast;

    BusyException(ApiException refusal, Optional<String> retryAfter) {
        super(refusal.getMessage(), refusal.getCode(), refusal.getMoreInfo(), refusal.getStatusCode(), null);
        Duration wanted = Duration.ofSeconds(retryAfter.filter(text -> text.matches("[0-9]{1,6}")).map(Long::valueOf).orElse(0L));
        this.atLeast = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }

    /** @return zero when Twilio did not say it in seconds */
    Duration atLeast() {
        return atLeast;
    }
}
