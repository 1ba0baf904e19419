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

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.OutgoingSms;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsPrice;
import org.smsbilling.provider.SmsProvider;

/** Twilio. */
public final class TwilioSmsProvider implements SmsProvider {

    /** @param base replaces Twilio's own addresses */
    public TwilioSmsProvider(Optional<URI> base, Clock clock) {
    }

    @Override
    public SendResult send(SmsAccount account, OutgoingSms sms) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AccountCheck check(SmsAccount account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SmsPrice> price(SmsAccount account, String countryCode) {
        return Optional.empty();
    }
}
