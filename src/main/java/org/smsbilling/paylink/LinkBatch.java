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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;

/**
 * The links of a batch of messages, with a number of statements that does not depend on how many there are. A message that is tried again keeps its
 * link while its token is kept; the others get one, which is stored when it is known that the message is still the caller's.
 */
public final class LinkBatch {

    private final Delegator delegator;
    private final Map<String, PreparedLink> links = new HashMap<>();
    private final Map<String, GenericValue> made = new HashMap<>();
    private final Map<String, Set<String>> invoices = new HashMap<>();

    /** A link that a message needs.
     * @param messageId null for an e-mail
     * @param contactNumber E.164, or null
     * @param invoiceIds at least one
     * @param triedBefore whether the message may have a link already */
    public record Request(OrganizationSettings settings, String messageId, String customerPartyId, String contactNumber, List<String> invoiceIds,
            boolean triedBefore) { }

    private LinkBatch(Delegator delegator) {
        this.delegator = delegator;
    }

    /** In the caller's transaction, in which nothing is written yet. */
    public static LinkBatch prepare(Delegator delegator, Collection<Request> requests, Instant now) throws GenericEntityException {
        LinkBatch batch = new LinkBatch(delegator);
        Map<String, GenericValue> earlier = earlier(delegator, requests);
        for (Request request : requests) {
            GenericValue link = earlier.get(request.messageId());
            if (link == null) {
                batch.make(request, now);
            } else {
                batch.links.put(request.messageId(), new PreparedLink(link.getString("linkId"),
                        PayLinks.url(request.settings(), link.getString("tokenSecret"))));
            }
        }
        return batch;
    }

    private static Map<String, GenericValue> earlier(Delegator delegator, Collection<Request> requests) throws GenericEntityException {
        List<String> tried = requests.stream().filter(Request::triedBefore).map(Request::messageId).collect(Collectors.toList());
        Map<String, GenericValue> newest = new HashMap<>();
        if (!tried.isEmpty()) {
            EntityQuery.use(delegator).from("SmsPayLink").where(EntityCondition.makeCondition("messageId", EntityOperator.IN, tried))
                    .orderBy("createdDate").queryList().forEach(link -> newest.put(link.getString("messageId"), link));
            newest.values().removeIf(link -> link.get("tokenSecret") == null || link.get("closedDate") != null);
        }
        return newest;
    }

    private void make(Request request, Instant now) {
        OrganizationSettings settings = request.settings();
        String token = PayToken.random();
        String linkId = delegator.getNextSeqId("SmsPayLink");
        Instant end = LinkLifetime.end(now, settings.linkLifetimeDays(), settings.zoneId());
        made.put(request.messageId(), delegator.makeValue("SmsPayLink", "linkId", linkId, "organizationPartyId", settings.organizationPartyId(),
                "customerPartyId", request.customerPartyId(), "contactNumber", request.contactNumber(), "tokenHash", PayToken.hash(token),
                "tokenSecret", token, "messageId", request.messageId(), "createdDate", Timestamp.from(now), "expiresDate", Timestamp.from(end)));
        invoices.put(request.messageId(), new HashSet<>(request.invoiceIds()));
        links.put(request.messageId(), new PreparedLink(linkId, PayLinks.url(settings, token)));
    }

    /** @return the link of a message; of one that asked for none, none */
    public PreparedLink of(String messageId) {
        return links.getOrDefault(messageId, PreparedLink.NONE);
    }

    /** Writes the new links of these messages; the others are forgotten. */
    public void store(Collection<String> messageIds) throws GenericEntityException {
        List<GenericValue> rows = new ArrayList<>();
        List<GenericValue> covered = new ArrayList<>();
        for (String messageId : messageIds) {
            GenericValue link = made.get(messageId);
            if (link != null) {
                rows.add(link);
                invoices.get(messageId).forEach(invoiceId -> covered.add(delegator.makeValue("SmsPayLinkInvoice", "linkId",
                        link.getString("linkId"), "invoiceId", invoiceId)));
            }
        }
        if (!rows.isEmpty()) {
            delegator.createAllByBatchProcess(rows);
            delegator.createAllByBatchProcess(covered);
        }
    }
}
