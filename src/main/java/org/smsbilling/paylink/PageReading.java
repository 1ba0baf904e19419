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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.transaction.OwnTransaction;
import org.smsbilling.transaction.Together;

/**
 * Reads what pages show, for all who open one at the same moment with the same queries, and writes down that they did: committed before a page is
 * shown. Nothing that is shown is kept from one page to the next.
 */
final class PageReading {

    private static final int MOST = 100;
    /** One alone: the others gather meanwhile, and the more they are, the less each costs. */
    private static final int AT_ONCE = 1;

    private final Delegator delegator;
    private final Clock clock;
    private final OpeningLog log;
    private final Together<Question, Optional<LinkReading.Found>> together;

    /** @param token from outside, anything */
    record Question(String token, PageRequest request) { }

    PageReading(Delegator delegator, Clock clock) {
        this.delegator = delegator;
        this.clock = clock;
        this.log = new OpeningLog(delegator);
        this.together = new Together<>(questions -> OwnTransaction.call(() -> read(questions)),
                question -> OwnTransaction.call(() -> read(List.of(question))).get(0), MOST, AT_ONCE);
    }

    /** @return empty when there is no such link */
    Optional<LinkReading.Found> open(Question question) throws GenericEntityException {
        return PayToken.wellFormed(question.token()) ? together.ask(question) : Optional.empty();
    }

    private List<Optional<LinkReading.Found>> read(List<Question> questions) throws GenericEntityException {
        Instant now = clock.instant();
        Map<String, LinkReading.Found> links = LinkReading.read(delegator, questions.stream().map(Question::token).collect(Collectors.toSet()), now);
        List<OpeningLog.Opening> openings = new ArrayList<>();
        List<Optional<LinkReading.Found>> found = new ArrayList<>();
        for (Question question : questions) {
            Optional<LinkReading.Found> link = Optional.ofNullable(links.get(question.token()));
            link.ifPresent(opened -> openings.add(new OpeningLog.Opening(opened.link(), question.request())));
            found.add(link);
        }
        log.addAll(openings, now);
        return found;
    }
}
