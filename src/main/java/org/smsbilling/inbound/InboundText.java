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
package org.smsbilling.inbound;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that somebody sent, as the carrier hands it on.
 *
 * @param providerMessageId the carrier's id of it
 * @param from E.164, or a short code
 * @param to the sender that was answered
 * @param body as it may be kept (see {@link KeptBody}); empty for pictures alone
 * @param mediaCount how many pictures and other files came with it; they are not fetched
 * @param optOutType what the carrier took it for, or null
 */
record InboundText(String providerMessageId, String from, String to, String body, int mediaCount, String optOutType) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,60}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{1,20}");
    private static final int LONGEST_SENDER = 60;

    /** @param parameters of the webhook (Twilio: MessageSid, From, To, Body, NumMedia, OptOutType). @return empty when they are no text */
    static Optional<InboundText> of(Map<String, String> parameters) {
        String id = parameters.getOrDefault("MessageSid", parameters.getOrDefault("SmsSid", ""));
        String from = parameters.getOrDefault("From", "").strip();
        String to = parameters.getOrDefault("To", "");
        String media = parameters.getOrDefault("NumMedia", "0");
        String optOutType = parameters.getOrDefault("OptOutType", "");
        return ID.matcher(id).matches() && NUMBER.matcher(from).matches()
                ? Optional.of(new InboundText(id, from, to.substring(0, Math.min(to.length(), LONGEST_SENDER)),
                        KeptBody.of(parameters.getOrDefault("Body", "")), COUNT.matcher(media).matches() ? Integer.parseInt(media) : 0,
                        WORD.matcher(optOutType).matches() ? optOutType : null))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "InboundText[" + providerMessageId + "]";
    }
}
