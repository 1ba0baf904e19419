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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.smsbilling.organization.HookAddress;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.provider.OutgoingSms;

/**
 * A message that is SENDING by our lease, checked and rendered: all that is missing is the call.
 *
 * @param settings of its organization as they were checked
 * @param text holds the pay link, so never print it
 * @param linkId of its pay link, or null when it has none
 * @param link the pay link, so never print it; empty when it has none
 * @param checkedNanos System.nanoTime when the checks began
 * @param validUntil when the recipient's hours end
 */
record ReadyMessage(OutboxMessage message, OrganizationSettings settings, List<String> invoiceIds, MessageText text, String maskedBody,
        String linkId, String link, Lease lease, long checkedNanos, Instant validUntil) {

    OutgoingSms sms(Instant now) {
        Duration left = Duration.between(now, validUntil);
        Duration validity = left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
        return new OutgoingSms(message.contactNumber(), text.body(), validity, HookAddress.status(settings).orElse(null));
    }

    String messageId() {
        return message.messageId();
    }

    String senderKey() {
        return senderKey(settings);
    }

    /** @return the account at the carrier by which it is sent */
    String account() {
        return settings.smsAccount().orElseThrow().accountSid();
    }

    /** @return what has a rate of its own at the carrier, whichever organizations share it */
    static String senderKey(OrganizationSettings settings) {
        return settings.smsAccount().map(account -> account.accountSid() + " " + account.sender()).orElse("");
    }

    int segments() {
        return text.count().segments();
    }

    @Override
    public String toString() {
        return "ReadyMessage[" + messageId() + "]";
    }
}
