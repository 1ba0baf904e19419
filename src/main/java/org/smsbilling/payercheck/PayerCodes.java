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
package org.smsbilling.payercheck;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.NewMessage;
import org.smsbilling.paylink.LinkSnapshot;
import org.smsbilling.transaction.OwnTransaction;

/** One-time codes: texted to the number that got the link, good for ten minutes and once, the newest one only. */
final class PayerCodes {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final int AN_HOUR = 3;

    private static final String MODULE = PayerCodes.class.getName();

    private PayerCodes() { }

    /** @return whether one is on its way; not when three were sent within the hour */
    static boolean send(Delegator delegator, LinkSnapshot link, Instant now) throws GenericEntityException {
        try {
            return OwnTransaction.call(() -> queue(delegator, link, now));
        } catch (GenericEntityException e) {
            if (newest(delegator, link.linkId(), now) == null) {
                throw e;
            }
            Debug.logInfo("Two codes for link " + link.linkId() + " at the same moment: one is sent", MODULE);
            return true;
        }
    }

    private static boolean queue(Delegator delegator, LinkSnapshot link, Instant now) throws GenericEntityException {
        long recent = EntityQuery.use(delegator).from("SmsPayerCode").where(EntityCondition.makeCondition(
                EntityCondition.makeCondition("linkId", link.linkId()), EntityCondition.makeCondition("createdDate", EntityOperator.GREATER_THAN,
                        Timestamp.from(now.minus(Duration.ofHours(1)))))).queryCount();
        if (recent >= AN_HOUR) {
            return false;
        }
        String code = CodeHash.randomCode();
        CodeHash stored = CodeHash.of(code);
        long number = EntityQuery.use(delegator).from("SmsPayerCode").where("linkId", link.linkId()).queryCount() + 1;
        String customer = link.link().getString("customerPartyId");
        String messageId = new NewMessage(MessageType.ONE_TIME_CODE, link.settings().organizationPartyId(), List.of(), null, customer, customer,
                link.link().getString("contactNumber"), locale(delegator, link), now, null, MessageContent.ofCode(code)).queue(delegator, now);
        delegator.create("SmsPayerCode", "linkId", link.linkId(), "codeNumber", number, "codeHash", stored.hash(), "codeSalt", stored.salt(),
                "createdDate", Timestamp.from(now), "expiresDate", Timestamp.from(now.plus(GOOD_FOR)), "messageId", messageId);
        return true;
    }

    /** The code speaks the language of the text with the link. */
    private static String locale(Delegator delegator, LinkSnapshot link) throws GenericEntityException {
        GenericValue message = link.link().get("messageId") == null ? null
                : EntityQuery.use(delegator).from("SmsMessage").where("messageId", link.link().get("messageId")).queryOne();
        return message == null || message.getString("localeString") == null ? link.settings().locale().toString()
                : message.getString("localeString");
    }

    /** @return whether the page may ask for a code now, instead of offering to send one */
    static boolean waiting(Delegator delegator, String linkId, Instant now) throws GenericEntityException {
        return newest(delegator, linkId, now) != null;
    }

    /** Uses the code up when it is right. */
    static boolean matches(Delegator delegator, String linkId, String typed, Instant now) throws GenericEntityException {
        GenericValue code = newest(delegator, linkId, now);
        if (code == null || !new CodeHash(code.getString("codeHash"), code.getString("codeSalt")).matches(typed)) {
            return false;
        }
        return OwnTransaction.call(() -> delegator.storeByCondition("SmsPayerCode", Collections.singletonMap("codeHash", null),
                EntityCondition.makeCondition(EntityCondition.makeCondition("linkId", linkId),
                        EntityCondition.makeCondition("codeNumber", code.getLong("codeNumber")),
                        EntityCondition.makeCondition("codeHash", EntityOperator.NOT_EQUAL, null)))) == 1;
    }

    private static GenericValue newest(Delegator delegator, String linkId, Instant now) throws GenericEntityException {
        GenericValue code = EntityQuery.use(delegator).from("SmsPayerCode").where("linkId", linkId).orderBy("-codeNumber").maxRows(1).queryFirst();
        return code == null || code.get("codeHash") == null || !code.getTimestamp("expiresDate").toInstant().isAfter(now) ? null : code;
    }
}
