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
package org.smsbilling.paylink;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.transaction.OwnTransaction;
import org.smsbilling.transaction.Together;

/**
 * Reads what pages show, for all who open one at the same moment with the same queries, and writes down that they did: committed before a page is
 * shown. Nothing is kept from one page to the next.
 */
public final class PageReading {

    private static final int MOST = 100;

    private final Delegator delegator;
    private final Clock clock;
    private final Together<Question, Optional<Found>> together;

    /** @param token from outside, anything */
    record Question(String token, PageRequest request) { }

    /**
     * A link that was opened.
     * @param messageLocale of the text that brought it, or null
     * @param lines of its invoices by invoice id, when it can be paid
     */
    record Found(LinkSnapshot link, String messageLocale, Map<String, List<GenericValue>> lines) { }

    public PageReading(Delegator delegator, Clock clock) {
        this.delegator = delegator;
        this.clock = clock;
        this.together = new Together<>(questions -> OwnTransaction.call(() -> read(questions)),
                question -> OwnTransaction.call(() -> read(List.of(question))).get(0), MOST);
    }

    /** @return empty when there is no such link */
    Optional<Found> open(Question question) throws GenericEntityException {
        return PayToken.wellFormed(question.token()) ? together.ask(question) : Optional.empty();
    }

    private List<Optional<Found>> read(List<Question> questions) throws GenericEntityException {
        Instant now = clock.instant();
        Map<String, LinkSnapshot> links = LinkSnapshot.findAll(delegator, questions.stream().map(Question::token).collect(Collectors.toSet()), now);
        Map<String, String> locales = messageLocales(links);
        Map<String, List<GenericValue>> lines = InvoiceLines.read(delegator, links.values().stream()
                .filter(link -> link.state() == LinkState.PAYABLE).flatMap(link -> link.invoices().stream()).map(InvoiceFacts::invoiceId)
                .collect(Collectors.toSet()));
        List<OpeningLog.Opening> openings = new ArrayList<>();
        List<Optional<Found>> found = new ArrayList<>();
        for (Question question : questions) {
            Optional<LinkSnapshot> link = Optional.ofNullable(links.get(question.token()));
            link.ifPresent(opened -> openings.add(new OpeningLog.Opening(opened, question.request())));
            found.add(link.map(opened -> new Found(opened, locales.get(opened.link().getString("messageId")), lines)));
        }
        OpeningLog.addAll(delegator, openings, now);
        return found;
    }

    private Map<String, String> messageLocales(Map<String, LinkSnapshot> links) throws GenericEntityException {
        Set<String> messageIds = links.values().stream().map(link -> link.link().getString("messageId")).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> locales = new HashMap<>();
        if (!messageIds.isEmpty()) {
            for (GenericValue message : EntityQuery.use(delegator).select("messageId", "localeString").from("SmsMessage")
                    .where(EntityCondition.makeCondition("messageId", EntityOperator.IN, messageIds)).queryList()) {
                locales.put(message.getString("messageId"), message.getString("localeString"));
            }
        }
        return locales;
    }
}
