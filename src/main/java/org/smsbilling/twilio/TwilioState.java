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

import java.math.BigDecimal;
import java.util.Optional;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import org.apache.ofbiz.base.util.Debug;
import org.smsbilling.provider.SmsState;

/** One message as Twilio has it (https://www.twilio.com/docs/messaging/api/message-resource#fetch-a-message-resource). */
final class TwilioState {

    private static final String MODULE = TwilioState.class.getName();

    private TwilioState() { }

    /** @return empty when Twilio did not answer or does not know it */
    static Optional<SmsState> fetch(TwilioRestClient client, String sid) {
        try {
            Message message = Message.fetcher(sid).fetch(client);
            return message.getStatus() == null ? Optional.empty() : Optional.of(state(message));
        } catch (TwilioException | NullPointerException | IllegalArgumentException e) {
            Debug.logWarning("Twilio could not be asked for a message: " + e.getClass().getSimpleName(), MODULE);
            return Optional.empty();
        }
    }

    private static SmsState state(Message message) {
        String segments = message.getNumSegments();
        String price = message.getPrice();
        return new SmsState(message.getStatus().toString(), message.getErrorCode() == null ? null : String.valueOf(message.getErrorCode()),
                segments != null && segments.matches("[0-9]{1,3}") ? Integer.parseInt(segments) : 0,
                price != null && price.matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?") ? new BigDecimal(price).abs() : null,
                message.getPriceUnit() == null ? null : message.getPriceUnit().getCurrencyCode());
    }
}
