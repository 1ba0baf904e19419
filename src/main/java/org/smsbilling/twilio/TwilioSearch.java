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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.twilio.base.Page;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import org.apache.ofbiz.base.util.Debug;
import org.smsbilling.provider.TakenSms;

/**
 * Looks for texts to a number in Twilio's list, which is newest first. It does not ask by day: what still waits at Twilio has no day on which it
 * was sent, and must not be missed.
 */
final class TwilioSearch {

    private static final String MODULE = TwilioSearch.class.getName();
    private static final long PAGE = 100;
    private static final int MOST_PAGES = 20;

    private final TwilioRestClient client;

    TwilioSearch(TwilioRestClient client) {
        this.client = client;
    }

    /** @return empty when Twilio did not answer, or has so many that the list was not read to its end */
    Optional<List<TakenSms>> since(String to, Instant since) {
        MessageReader reader = Message.reader().setTo(to).setPageSize(PAGE);
        List<TakenSms> taken = new ArrayList<>();
        try {
            Page<Message> page = reader.firstPage(client);
            for (int pages = 1; pages <= MOST_PAGES; pages++) {
                for (Message message : page.getRecords()) {
                    if (message.getDateCreated() == null || message.getSid() == null) {
                        return Optional.empty();
                    } else if (message.getDateCreated().toInstant().isBefore(since)) {
                        return Optional.of(taken);
                    } else if (message.getDirection() != Message.Direction.INBOUND) {
                        taken.add(taken(message));
                    }
                }
                if (!page.hasNextPage()) {
                    return Optional.of(taken);
                }
                page = reader.nextPage(page, client);
            }
        } catch (TwilioException | NullPointerException | IllegalArgumentException e) {
            // twilio-java itself stumbles over a list that is not complete
            Debug.logWarning("Twilio could not be asked for texts: " + e.getClass().getSimpleName(), MODULE);
        }
        return Optional.empty();
    }

    private static TakenSms taken(Message message) {
        String body = message.getBody() == null ? "" : message.getBody();
        String segments = message.getNumSegments();
        return new TakenSms(message.getSid(), body, message.getDateCreated().toInstant(),
                segments != null && segments.matches("[0-9]{1,3}") ? Integer.parseInt(segments) : 0);
    }
}
