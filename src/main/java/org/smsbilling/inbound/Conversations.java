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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.recipient.PartyNames;
import org.smsbilling.transaction.OwnTransaction;

/** Conversations of organizations with numbers: one row for each. */
final class Conversations {
    static final String ENTITY = "SmsConversation";
    private static final int ID_LENGTH = 20;
    private static final int LONGEST_PREVIEW = 200;

    private final Delegator delegator;

    Conversations(Delegator delegator) {
        this.delegator = delegator;
    }

    /** @return the conversation, begun in a transaction of its own when there was none */
    GenericValue with(String organizationPartyId, String number, Instant now) throws GenericEntityException {
        GenericValue known = find(organizationPartyId, number);
        if (known != null) {
            return known;
        }
        Map<String, Object> row = new HashMap<>(Map.of("organizationPartyId", organizationPartyId, "contactNumber", number,
                "conversationId", id(organizationPartyId, number), "needsReview", "N", "lastDate", Timestamp.from(now)));
        try {
            return OwnTransaction.call(() -> delegator.create(ENTITY, row));
        } catch (GenericEntityException e) {
            GenericValue other = find(organizationPartyId, number);
            if (other == null) {
                throw e;
            }
            return other;
        }
    }

    /** @return null when there is none */
    GenericValue byId(String conversationId) throws GenericEntityException {
        return conversationId == null || conversationId.isBlank() ? null
                : EntityQuery.use(delegator).from(ENTITY).where("conversationId", conversationId).queryOne();
    }

    /** A text came in; in the caller's transaction. */
    void received(GenericValue conversation, GenericValue text, Intent intent, ConversationState state, Correspondence to, Instant now)
            throws GenericEntityException {
        Map<String, Object> fields = moved(state, null, now);
        boolean review = intent == Intent.UNCLEAR || intent == Intent.WRONG_NUMBER;
        if (review || state != ConversationState.OPEN) {
            fields.put("needsReview", review ? "Y" : "N");
        }
        if (to.customerPartyId() != null) {
            fields.put("customerPartyId", to.customerPartyId());
            fields.put("recipientPartyId", to.recipientPartyId());
        }
        fields.put("searchText", searchText(conversation, to));
        fields.put("lastIntent", intent.name());
        fields.put("lastText", preview(text.getString("body")));
        fields.put("lastMediaCount", text.get("mediaCount"));
        fields.put("lastDate", text.getTimestamp("receivedDate"));
        delegator.storeByCondition(ENTITY, fields, EntityCondition.makeCondition(key(conversation), notAfter(text.getTimestamp("receivedDate"))));
    }

    /** A clerk moved it; in the caller's transaction. */
    void move(GenericValue conversation, ConversationState state, String userLoginId, Instant now) throws GenericEntityException {
        Map<String, Object> fields = moved(state, userLoginId, now);
        fields.put("needsReview", "N");
        delegator.storeByCondition(ENTITY, fields, key(conversation));
    }

    static ConversationState state(GenericValue conversation) {
        String state = conversation.getString("conversationState");
        return state == null ? null : ConversationState.valueOf(state);
    }

    private String searchText(GenericValue conversation, Correspondence to) throws GenericEntityException {
        String number = conversation.getString("contactNumber").replace("+", "");
        String customer = to.customerPartyId() == null ? conversation.getString("customerPartyId") : to.customerPartyId();
        String name = customer == null ? "" : PartyNames.read(delegator, List.of(customer)).get(customer) + " " + customer;
        String text = (number + " " + name).toLowerCase(Locale.ROOT);
        return text.substring(0, Math.min(text.length(), LONGEST_PREVIEW));
    }

    private GenericValue find(String organizationPartyId, String number) throws GenericEntityException {
        return EntityQuery.use(delegator).from(ENTITY).where("conversationId", id(organizationPartyId, number)).queryOne();
    }

    /** @return always the same for the two, so that two who begin a conversation collide; the number cannot be read from it */
    static String id(String organizationPartyId, String number) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((organizationPartyId + " " + number).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static Map<String, Object> moved(ConversationState state, String userLoginId, Instant now) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("conversationState", state.name());
        fields.put("stateDate", Timestamp.from(now));
        fields.put("stateUserLogin", userLoginId);
        return fields;
    }

    private static EntityCondition key(GenericValue conversation) {
        return EntityCondition.makeCondition("conversationId", conversation.getString("conversationId"));
    }

    /** A text that is looked at late changes nothing of what a later one did. */
    private static EntityCondition notAfter(Timestamp received) {
        return EntityCondition.makeCondition(List.of(EntityCondition.makeCondition("conversationState", EntityOperator.EQUALS, null),
                EntityCondition.makeCondition("lastDate", EntityOperator.LESS_THAN_EQUAL_TO, received)), EntityOperator.OR);
    }

    private static String preview(String body) {
        String line = body == null ? "" : body.replaceAll("\\s+", " ").strip();
        int end = line.length() <= LONGEST_PREVIEW ? line.length() : line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_PREVIEW) - 1);
        return line.substring(0, end) + (end < line.length() ? "\u2026" : "");
    }
}
