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

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.PartyNames;

/** Conversations as the inbox lists them: the latest first, a page at a time. */
final class ConversationList {
    /** What can be asked for beside the states themselves. */
    static final String REVIEW = "REVIEW";
    static final String ALL = "ALL";
    private static final int PAGE = 25;

    private final Delegator delegator;
    private final InboundWords words;

    ConversationList(Delegator delegator, InboundWords words) {
        this.delegator = delegator;
        this.words = words;
    }

    /** What was found.
     * @param more whether there is a next page */
    record Page(List<Map<String, Object>> conversations, boolean more) { }

    /**
     * @param organizations that the user may see
     * @param state a ConversationState, REVIEW or ALL
     * @param search part of a name, party id or number, or null
     * @param page from 0
     */
    Page find(List<String> organizations, String state, String search, int page) throws GenericEntityException {
        if (organizations.isEmpty()) {
            return new Page(List.of(), false);
        }
        List<EntityCondition> conditions = new ArrayList<>(List.of(
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizations), state(state)));
        if (search != null && !search.isBlank()) {
            conditions.add(EntityCondition.makeCondition("searchText", EntityOperator.LIKE, "%" + searched(search) + "%"));
        }
        int from = page * PAGE;
        List<GenericValue> rows = EntityQuery.use(delegator).from(Conversations.ENTITY).where(conditions)
                .orderBy("-lastDate", "-conversationId").maxRows(from + PAGE + 1).queryList();
        List<GenericValue> shown = rows.subList(Math.min(from, rows.size()), Math.min(from + PAGE, rows.size()));
        return new Page(rows(shown), rows.size() > from + PAGE);
    }

    /** @return how many are open */
    long open(List<String> organizations) throws GenericEntityException {
        return organizations.isEmpty() ? 0 : EntityQuery.use(delegator).from(Conversations.ENTITY).where(
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizations),
                state(ConversationState.OPEN.name())).queryCount();
    }

    /** @return as it stands in searchText: in lower case, and of what looks like a number the digits alone */
    static String searched(String search) {
        String text = search.strip().toLowerCase(Locale.ROOT);
        return (text.matches("[+0-9 ().-]+") ? text.replaceAll("[^0-9]", "") : text).replaceAll("[%_]", "");
    }

    private static EntityCondition state(String state) {
        return switch (state) {
        case ALL -> EntityCondition.makeCondition("conversationState", EntityOperator.NOT_EQUAL, null);
        case REVIEW -> EntityCondition.makeCondition(Map.of("conversationState", ConversationState.OPEN.name(), "needsReview", "Y"));
        default -> EntityCondition.makeCondition("conversationState", state);
        };
    }

    private List<Map<String, Object>> rows(List<GenericValue> shown) throws GenericEntityException {
        Map<String, String> names = PartyNames.read(delegator, shown.stream().map(row -> row.getString("customerPartyId"))
                .collect(Collectors.toList()));
        Map<String, OrganizationSettings> settings = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (GenericValue conversation : shown) {
            String organization = conversation.getString("organizationPartyId");
            if (!settings.containsKey(organization)) {
                settings.put(organization, OrganizationSettingsReader.read(delegator, organization)
                        .orElseGet(() -> OrganizationSettings.of(Map.of("organizationPartyId", organization), organization)));
            }
            rows.add(row(conversation, names, settings.get(organization)));
        }
        return rows;
    }

    private Map<String, Object> row(GenericValue conversation, Map<String, String> names, OrganizationSettings settings) {
        ZoneId zone = settings.zoneId();
        String number = PhoneNumbers.display(conversation.getString("contactNumber"));
        String customer = names.get(String.valueOf(conversation.getString("customerPartyId")));
        Map<String, Object> row = new HashMap<>();
        row.put("conversationId", conversation.getString("conversationId"));
        row.put("organizationName", settings.organizationName());
        row.put("customerName", customer == null ? words.of("SmsBillingUnknownNumber") : customer);
        row.put("number", number);
        row.put("conversationState", conversation.getString("conversationState"));
        row.put("stateText", words.of(Conversations.state(conversation).labelKey()));
        row.put("needsReview", "Y".equals(conversation.getString("needsReview")));
        row.put("lastText", lastText(conversation));
        row.put("lastDateText", words.time(conversation.getTimestamp("lastDate").toInstant(), zone));
        return row;
    }

    private String lastText(GenericValue conversation) {
        String text = conversation.getString("lastText");
        return text == null || text.isEmpty() ? words.of("SmsBillingPictureOnly") : text;
    }
}
