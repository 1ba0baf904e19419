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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;

/** The invoices that a message is about. */
public final class MessageInvoices {

    private MessageInvoices() { }

    /** @param message row of SmsMessage. @return the first one first; empty when it is about none */
    public static List<String> of(Delegator delegator, GenericValue message) throws GenericEntityException {
        return new Outbox(delegator).invoices(List.of(OutboxMessage.of(message))).get(message.getString("messageId"));
    }

    /** @param messages rows of SmsMessage. @return the invoices of each by message id; one query */
    public static Map<String, List<String>> of(Delegator delegator, Collection<GenericValue> messages) throws GenericEntityException {
        return messages.isEmpty() ? Map.of()
                : new Outbox(delegator).invoices(messages.stream().map(OutboxMessage::of).collect(Collectors.toList()));
    }
}
