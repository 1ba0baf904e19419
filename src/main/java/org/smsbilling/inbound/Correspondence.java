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

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageInvoices;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.organization.OrganizationSettings;

/**
 * What a customer's text answers: the last text that went to the number before.
 *
 * @param customerPartyId who is billed, or null when nobody is known
 * @param recipientPartyId whose number it is: the customer or a contact person; or null
 * @param invoiceIds what the last text was about, if it went out not long before
 * @param locale in which to answer
 */
record Correspondence(String customerPartyId, String recipientPartyId, List<String> invoiceIds, Locale locale) {
    private static final Duration FOLLOWS = Duration.ofDays(30);
    /** The node that sent and the node that hears may have clocks a little apart. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);
    /** A fast customer answers before we have written down that the carrier took the text. */
    private static final List<String> MAY_HAVE_ARRIVED = Stream.of(MessageStatus.SENDING, MessageStatus.SENT, MessageStatus.DELIVERED,
            MessageStatus.UNDELIVERED, MessageStatus.AMBIGUOUS).map(MessageStatus::name).collect(Collectors.toUnmodifiableList());

    static Correspondence of(Delegator delegator, OrganizationSettings settings, String number, Instant received) throws GenericEntityException {
        GenericValue last = EntityQuery.use(delegator).from("SmsMessage").where(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition("contactNumber", number),
                EntityCondition.makeCondition("messageStatus", EntityOperator.IN, MAY_HAVE_ARRIVED),
                EntityCondition.makeCondition("sendingDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(received.plus(CLOCKS_DIFFER))))
                .orderBy("-sendingDate", "-messageId").queryFirst();
        if (last != null && last.getString("customerPartyId") != null) {
            boolean follows = !last.getTimestamp("sendingDate").toInstant().plus(FOLLOWS).isBefore(received);
            String recipient = last.getString("recipientPartyId");
            return new Correspondence(last.getString("customerPartyId"), recipient == null ? last.getString("customerPartyId") : recipient,
                    follows ? MessageInvoices.of(delegator, last) : List.of(), locale(last, settings));
        }
        NumberOwner owner = NumberOwner.find(delegator, settings, number, received).orElse(new NumberOwner(null, null));
        return new Correspondence(owner.customerPartyId(), owner.partyId(), List.of(), last == null ? settings.locale() : locale(last, settings));
    }

    private static Locale locale(GenericValue message, OrganizationSettings settings) {
        String tag = message.getString("localeString");
        return tag == null ? settings.locale() : Locale.forLanguageTag(tag.replace('_', '-'));
    }
}
