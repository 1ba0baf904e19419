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

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.message.SentText;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.PartyNames;

/** One conversation as its page shows it: both sides in order, the customer, the invoices, and what can be done. */
final class ConversationView {
    private static final int MOST = 100;

    private final Delegator delegator;
    private final GenericValue conversation;
    private final OrganizationSettings settings;
    private final InboundWords words;

    ConversationView(Delegator delegator, GenericValue conversation, OrganizationSettings settings, InboundWords words) {
        this.delegator = delegator;
        this.conversation = conversation;
        this.settings = settings;
        this.words = words;
    }

    /** One text of either side. */
    private record Entry(Instant when, Map<String, Object> values) { }

    /** @param maySend whether the user may answer and opt out */
    Map<String, Object> show(boolean maySend, Instant now) throws GenericEntityException {
        ZoneId zone = settings.zoneId();
        String number = conversation.getString("contactNumber");
        String customer = conversation.getString("customerPartyId");
        String about = ClerkAnswer.about(delegator, conversation);
        ClerkAnswer answer = new ClerkAnswer(delegator, conversation, settings, words);
        ConsentState consent = ConsentLedger.current(delegator, settings.organizationPartyId(), List.of(number)).get(number);
        String whyNot = answer.whyNot().orElse("");
        Instant leaves = answer.leaves(now);
        Map<String, Object> view = new HashMap<>();
        view.put("conversationId", conversation.getString("conversationId"));
        view.put("organizationPartyId", settings.organizationPartyId());
        view.put("organizationName", settings.organizationName());
        view.put("sender", settings.sender().map(sender -> PhoneNumbers.display(sender.value())).orElse(""));
        view.put("number", PhoneNumbers.display(number));
        view.put("customerPartyId", customer == null ? "" : customer);
        view.put("customerName", customer == null ? words.of("SmsBillingUnknownNumber")
                : PartyNames.read(delegator, List.of(customer)).get(customer));
        view.put("conversationState", conversation.getString("conversationState"));
        view.put("stateText", words.of(Conversations.state(conversation).labelKey()));
        view.put("needsReview", "Y".equals(conversation.getString("needsReview")));
        view.put("lastIntent", conversation.getString("lastIntent"));
        view.put("unusable", consent == ConsentState.UNUSABLE);
        view.put("optedOut", consent == ConsentState.OPTED_OUT);
        view.put("consentText", words.of(consent == null ? "SmsBillingConsent_NONE" : "SmsBillingConsent_" + consent));
        view.put("maySend", maySend);
        view.put("canAnswer", maySend && whyNot.isEmpty());
        view.put("whyNot", whyNot);
        view.put("answerNumber", String.valueOf(answer.next()));
        view.put("leavesText", leaves.equals(now) ? "" : words.of("SmsBillingAnswerLeaves", Map.of("time", words.time(leaves, zone))));
        view.put("invoices", new ConversationInvoices(delegator, words).of(settings.organizationPartyId(), customer, about, zone));
        view.put("texts", texts(number, zone, now));
        return view;
    }

    private List<Map<String, Object>> texts(String number, ZoneId zone, Instant now) throws GenericEntityException {
        List<Entry> entries = new ArrayList<>();
        for (GenericValue text : EntityQuery.use(delegator).from(InboundTexts.ENTITY).where("organizationPartyId", settings.organizationPartyId(),
                "contactNumber", number).orderBy("-receivedDate", "-providerMessageId").maxRows(MOST).queryList()) {
            entries.add(new Entry(text.getTimestamp("receivedDate").toInstant(), received(text, zone)));
        }
        for (SentText text : SentText.of(delegator, settings.organizationPartyId(), number, MOST, zone, words.messages(), now)) {
            entries.add(new Entry(text.when(), sent(text, zone)));
        }
        entries.sort(Comparator.comparing(Entry::when));
        return entries.subList(Math.max(0, entries.size() - MOST), entries.size()).stream().map(Entry::values).toList();
    }

    private Map<String, Object> received(GenericValue text, ZoneId zone) {
        long media = text.getLong("mediaCount") == null ? 0 : text.getLong("mediaCount");
        String intent = text.getString("intent");
        Map<String, Object> values = new HashMap<>();
        values.put("inbound", true);
        values.put("timeText", words.time(text.getTimestamp("receivedDate").toInstant(), zone));
        values.put("body", text.getString("body") == null ? "" : text.getString("body"));
        values.put("mediaText", media == 0 ? "" : words.of("SmsBillingPictures", Map.of("count", String.valueOf(media))));
        values.put("noteText", intent == null || Intent.REPLY.name().equals(intent) ? "" : words.of(Intent.valueOf(intent).labelKey()));
        values.put("person", "");
        return values;
    }

    private Map<String, Object> sent(SentText text, ZoneId zone) {
        Map<String, Object> values = new HashMap<>();
        values.put("inbound", false);
        values.put("timeText", words.time(text.when(), zone));
        values.put("body", text.body());
        values.put("mediaText", "");
        values.put("noteText", text.statusText());
        values.put("person", text.person());
        return values;
    }
}
