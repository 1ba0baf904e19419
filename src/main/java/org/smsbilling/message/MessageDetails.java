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

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.PartyNames;

/** More Details of one message, for people with access to its organization. */
final class MessageDetails {

    private MessageDetails() { }

    static Map<String, Object> of(Delegator delegator, GenericValue message, ZoneId zone, MessageLabels labels) throws GenericEntityException {
        String recipient = message.getString("recipientPartyId");
        String person = message.getString("createdByUserLogin");
        BigDecimal price = message.getBigDecimal("price");
        Map<String, Object> details = new HashMap<>();
        details.put("messageId", message.getString("messageId"));
        details.put("body", text(message, "body"));
        details.put("contactNumberDisplay", PhoneNumbers.display(message.getString("contactNumber")));
        details.put("recipientName", recipient == null ? "" : PartyNames.read(delegator, List.of(recipient)).get(recipient));
        details.put("providerMessageId", text(message, "providerMessageId"));
        details.put("messageStatus", message.getString("messageStatus"));
        details.put("statusText", labels.text("SmsBillingStatus_" + message.getString("messageStatus")));
        details.put("segments", message.getLong("segments"));
        details.put("encoding", text(message, "encoding"));
        details.put("priceText", price == null ? labels.text("SmsBillingPriceUnknown")
                : MoneyText.format(price, message.getString("priceCurrencyUomId"), labels.locale()));
        details.put("createdDateText", time(message, "createdDate", zone, labels));
        details.put("sentDateText", time(message, "sentDate", zone, labels));
        details.put("createdBy", person == null ? "" : UserNames.read(delegator, List.of(person)).get(person));
        details.putAll(template(delegator, message, labels));
        details.put("errorText", MessageOutcome.reason(message, labels));
        return details;
    }

    /** @return the template and the version that the text was made from, in words, and what names it for its editor */
    private static Map<String, Object> template(Delegator delegator, GenericValue message, MessageLabels labels) throws GenericEntityException {
        Long version = message.getLong("templateVersion");
        GenericValue template = version == null || message.getString("templateId") == null ? null
                : EntityQuery.use(delegator).from("SmsTemplate").where("templateId", message.getString("templateId")).queryOne();
        boolean written = MessageType.valueOf(message.getString("messageType")).writtenByHand();
        boolean made = message.getTimestamp("sendingDate") != null && !written;
        Map<String, Object> details = new HashMap<>();
        details.put("templateText", template != null ? labels.text("SmsBillingMadeFromTemplate", Map.of("name", text(template, "templateName"),
                "version", version.toString())) : made && version == null ? labels.text("SmsBillingMadeFromShipped") : "");
        details.put("templateQuery", template == null ? "" : "organizationPartyId=" + encoded(message.getString("organizationPartyId"))
                + "&templateId=" + encoded(template.getString("templateId")));
        return details;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(GenericValue message, String field) {
        String value = message.getString(field);
        return value == null ? "" : value;
    }

    private static String time(GenericValue message, String field, ZoneId zone, MessageLabels labels) {
        Timestamp moment = message.getTimestamp(field);
        return moment == null ? "" : labels.time(moment.toInstant(), zone);
    }
}
