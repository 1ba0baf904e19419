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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.preference.Preferences;

/** Queues texts with a fresh link for customers whose link has expired. */
public final class FreshLinkQueue {

    private static final String STEP = "FRESH";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private FreshLinkQueue() { }

    /**
     * Queues one in the caller's transaction; the outbox finds it within a second after the commit.
     *
     * @param expiredLinkId the link that the customer opened
     * @param day of the request in the organization's time zone
     * @param requestNumber of that day, from 1; the same request made twice dooms the transaction
     * @param contactNumber E.164, the number on file
     * @param invoiceIds at least one
     * @return id of the message
     */
    public static String queue(Delegator delegator, OrganizationSettings settings, String expiredLinkId, LocalDate day, int requestNumber,
            String customerPartyId, String contactNumber, List<String> invoiceIds, Instant now) throws GenericEntityException {
        NewMessage.Step step = new NewMessage.Step(STEP, expiredLinkId + "-" + DAY.format(day) + "-" + requestNumber, "-");
        return new NewMessage(MessageType.FRESH_LINK, settings.organizationPartyId(), invoiceIds, step, customerPartyId, customerPartyId,
                contactNumber, locale(delegator, settings, expiredLinkId, customerPartyId, contactNumber).toString(), now, null)
                .queue(delegator, now);
    }

    /** That of whoever got the expired link. */
    private static Locale locale(Delegator delegator, OrganizationSettings settings, String expiredLinkId, String customerPartyId,
            String contactNumber) throws GenericEntityException {
        String customer = String.valueOf(customerPartyId);
        GenericValue link = EntityQuery.use(delegator).from("SmsPayLink").where("linkId", expiredLinkId).queryOne();
        GenericValue text = link == null || link.get("messageId") == null ? null
                : EntityQuery.use(delegator).from("SmsMessage").where("messageId", link.get("messageId")).queryOne();
        String recipient = text == null || text.getString("recipientPartyId") == null ? customer : text.getString("recipientPartyId");
        return Preferences.read(delegator, settings.organizationPartyId(), List.of(customer), List.of(contactNumber))
                .locale(customer, contactNumber, List.of(recipient), settings.locale());
    }
}
