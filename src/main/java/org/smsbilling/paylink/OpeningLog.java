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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.invoice.InvoiceFacts;

/** Every opening of a link: when, what was shown, from which network, by a person or by a messaging app. */
final class OpeningLog {

    private static final String ENTITY = "SmsPayLinkOpening";
    private static final int AGENT_LENGTH = 255;

    private static final int REMEMBERED = 20_000;

    private final Delegator delegator;
    /** Links that the database says were opened by a person, which stays so. */
    private final Cache<String, Boolean> knownAsOpened = Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

    OpeningLog(Delegator delegator) {
        this.delegator = delegator;
    }

    /** Somebody opens a link. */
    record Opening(LinkSnapshot link, PageRequest request) { }

    /** Any number of openings, with at most three statements: first ones by a person are in the history of the link's invoices too. */
    void addAll(Collection<Opening> openings, Instant now) throws GenericEntityException {
        if (openings.isEmpty()) {
            return;
        }
        Set<String> byPeople = openings.stream().filter(opening -> !opening.request().preview()).map(opening -> opening.link().linkId())
                .collect(Collectors.toSet());
        Set<String> seen = openedByPeople(byPeople);
        List<AuditTrail.Entry> first = new ArrayList<>();
        List<GenericValue> rows = new ArrayList<>();
        for (Opening opening : openings) {
            LinkSnapshot link = opening.link();
            if (!opening.request().preview() && seen.add(link.linkId())) {
                for (InvoiceFacts invoice : link.invoices()) {
                    first.add(new AuditTrail.Entry(link.settings().organizationPartyId(), invoice.invoiceId(), AuditKind.LINK_OPENED, null,
                            link.link().getString("messageId"), link.linkId(), null, link.state().name()));
                }
            }
            rows.add(row(opening, now));
        }
        AuditTrail.addAll(delegator, now, first);
        delegator.createAllByBatchProcess(rows);
    }

    private GenericValue row(Opening opening, Instant now) {
        PageRequest request = opening.request();
        return delegator.makeValue(ENTITY, UtilMisc.<String, Object>toMap("openingId", delegator.getNextSeqId(ENTITY),
                "linkId", opening.link().linkId(), "openedDate", Timestamp.from(now), "outcome", opening.link().state().name(),
                "shortAddress", request.network(),
                "userAgent", request.userAgent().substring(0, Math.min(AGENT_LENGTH, request.userAgent().length())),
                "linkPreview", request.preview() ? "Y" : "N"));
    }

    private Set<String> openedByPeople(Set<String> linkIds) throws GenericEntityException {
        Set<String> opened = new HashSet<>(knownAsOpened.getAllPresent(linkIds).keySet());
        Set<String> unknown = new HashSet<>(linkIds);
        unknown.removeAll(opened);
        if (!unknown.isEmpty()) {
            List<String> stored = FieldValues.of(EntityQuery.use(delegator).select("linkId").from(ENTITY)
                    .where(EntityCondition.makeCondition("linkId", EntityOperator.IN, unknown),
                            EntityCondition.makeCondition("linkPreview", EntityOperator.EQUALS, "N")).distinct(), "linkId");
            stored.forEach(linkId -> knownAsOpened.put(linkId, true));
            opened.addAll(stored);
        }
        return opened;
    }
}
