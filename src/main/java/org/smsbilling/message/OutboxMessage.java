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

import java.time.Instant;
import java.util.Locale;

import org.apache.ofbiz.entity.GenericValue;

/**
 * A message of the outbox as it was claimed.
 *
 * @param contactNumber E.164
 * @param attempts how often the carrier was called, or making it failed
 * @param invoiceId the first that it is about, or null when it is about none
 * @param linkId its pay link from an earlier try, or null
 * @param byItself whether no person asked for it
 */
record OutboxMessage(String messageId, String organizationPartyId, MessageType type, String invoiceId, String customerPartyId,
        String recipientPartyId, String contactNumber, Locale locale, String linkId, int attempts, Instant createdDate, MessageContent content,
        boolean byItself) {

    static OutboxMessage of(GenericValue row) {
        Long attempts = row.getLong("sendAttempts");
        String locale = row.getString("localeString");
        return new OutboxMessage(row.getString("messageId"), row.getString("organizationPartyId"), MessageType.valueOf(row.getString("messageType")),
                row.getString("invoiceId"), row.getString("customerPartyId"), row.getString("recipientPartyId"), row.getString("contactNumber"),
                Locale.forLanguageTag(locale == null ? "en" : locale.replace('_', '-')), row.getString("linkId"),
                attempts == null ? 0 : attempts.intValue(), row.getTimestamp("createdDate").toInstant(),
                new MessageContent(row.getString("templateId"), row.getString("paymentId"), row.getString("attemptId"),
                        row.getBigDecimal("lateFee"), row.getString("replyText"), row.getString("codeSecret")), row
                                .getString("createdByUserLogin") == null);
    }

    /** @return the same with the link that it has got meanwhile, or null */
    OutboxMessage withLink(String newLinkId) {
        return new OutboxMessage(messageId, organizationPartyId, type, invoiceId, customerPartyId, recipientPartyId, contactNumber, locale, newLinkId,
                attempts, createdDate, content, byItself);
    }

    /** @return the same in other words */
    OutboxMessage saying(MessageType newType, MessageContent newContent) {
        return new OutboxMessage(messageId, organizationPartyId, newType, invoiceId, customerPartyId, recipientPartyId, contactNumber, locale, linkId,
                attempts, createdDate, newContent, byItself);
    }

    /** @return the same with another invoice as the first */
    OutboxMessage withInvoice(String newInvoiceId) {
        return new OutboxMessage(messageId, organizationPartyId, type, newInvoiceId, customerPartyId, recipientPartyId, contactNumber, locale, linkId,
                attempts, createdDate, content, byItself);
    }

    @Override
    public String toString() {
        return "OutboxMessage[" + messageId + "]";
    }
}
