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

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.organization.OrganizationCall;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.organization.RefusedException;

/** What the services about messages need of a call: its user, time, words, and nothing of an organization that the user may not use. */
final class MessageServiceCall extends OrganizationCall {

    private static final long PAUSE_MILLIS = 100;

    private final MessageLabels labels;

    MessageServiceCall(DispatchContext dctx, Map<String, ? extends Object> context) {
        super(dctx, context);
        this.labels = new MessageLabels(ServiceUtil.getLocale(context));
    }

    MessageLabels labels() {
        return labels;
    }

    /** @return the invoice of the call, which the user may send */
    InvoiceSending sending() throws GenericEntityException, RefusedException {
        InvoiceSending sending = InvoiceSending.read(delegator(), text("invoiceId"), now())
                .orElseThrow(() -> new RefusedException(labels.text("SmsBillingNoSuchInvoice", Map.of("invoiceId", text("invoiceId")))));
        require(sending.organizationPartyId(), "SEND");
        return sending;
    }

    /** @return the message of the call as it is now, which the user may see */
    GenericValue message() throws GenericEntityException, RefusedException {
        GenericValue message = EntityQuery.use(delegator()).from("SmsMessage").where("messageId", text("messageId")).queryOne();
        if (message == null) {
            throw new RefusedException(labels.text("SmsBillingNoSuchMessage", Map.of("messageId", text("messageId"))));
        }
        require(message.getString("organizationPartyId"), "VIEW");
        return message;
    }

    Map<String, Object> outcome(GenericValue message) throws GenericEntityException {
        return MessageOutcome.of(message, zone(message), labels, now()).toMap();
    }

    ZoneId zone(GenericValue message) throws GenericEntityException {
        return OrganizationSettingsReader.read(delegator(), message.getString("organizationPartyId")).map(OrganizationSettings::zoneId)
                .orElse(ZoneId.of("UTC"));
    }

    Map<String, Object> success(String name, Object value) {
        Map<String, Object> success = ServiceUtil.returnSuccess();
        success.put(name, value);
        return success;
    }

    /** Waits a little for the carrier. @return false when this thread is to end */
    boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
