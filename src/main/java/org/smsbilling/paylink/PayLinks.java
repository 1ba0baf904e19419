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

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;

/** Makes the links that go into messages. Everything here runs inside the caller's transaction and makes no call to the outside. */
public final class PayLinks {

    private static final String PATH = "/pay/control/p/";

    private PayLinks() { }

    /**
     * Makes the link of a message, or gives the one it already has when its token is still kept: a message that is tried again keeps its link.
     *
     * @param contactNumber E.164
     * @param invoiceIds at least one
     */
    public static PreparedLink prepare(Delegator delegator, OrganizationSettings settings, String messageId, String customerPartyId,
            String contactNumber, List<String> invoiceIds, Instant now) throws GenericEntityException {
        LinkBatch batch = LinkBatch.prepare(delegator, List.of(new LinkBatch.Request(settings, messageId, customerPartyId, contactNumber, invoiceIds,
                true)), now);
        batch.store(List.of(messageId));
        return batch.of(messageId);
    }

    /** Makes the link of an e-mail. @param contactNumber where the customer can be texted when he asks for a code or a fresh link; or null */
    public static PreparedLink ofEmail(Delegator delegator, OrganizationSettings settings, String customerPartyId, String contactNumber,
            List<String> invoiceIds, Instant now) throws GenericEntityException {
        LinkBatch batch = LinkBatch.prepare(delegator, List.of(new LinkBatch.Request(settings, null, customerPartyId, contactNumber, invoiceIds,
                false)), now);
        batch.store(Collections.singletonList(null));
        return batch.of(null);
    }

    /** Their messages were sent: from now on these links are the ones that are shown, and the older links they replace do not work any more. */
    public static void activate(Delegator delegator, List<String> linkIds, Instant now) throws GenericEntityException {
        if (!linkIds.isEmpty()) {
            LinkActivation.activate(delegator, linkIds, now);
        }
    }

    /** Their messages failed or were cancelled for good: these links were never known to anybody. */
    public static void discard(Delegator delegator, List<String> linkIds, Instant now) throws GenericEntityException {
        if (!linkIds.isEmpty()) {
            LinkClosing.close(delegator, linkIds, ClosedReason.NOT_SENT, null, now);
        }
    }

    /** @return an address as long as a real one, in which the token is stars */
    public static String sampleUrl(OrganizationSettings settings) {
        return url(settings, "*".repeat(PayToken.LENGTH));
    }

    /** @return an address as long as a real one, which leads to a page that says that it is a sample */
    public static String testUrl(OrganizationSettings settings) {
        return url(settings, PayToken.SAMPLE);
    }

    /** @param token from outside, anything. @return its link in whatever state; empty when there is none */
    public static Optional<GenericValue> find(Delegator delegator, String token) throws GenericEntityException {
        return Optional.ofNullable(findAll(delegator, Collections.singleton(token)).get(token));
    }

    /** @param tokens from outside, anything. @return links in whatever state by token, those that there are; one query */
    static Map<String, GenericValue> findAll(Delegator delegator, Collection<String> tokens) throws GenericEntityException {
        Map<String, String> hashes = new HashMap<>();
        tokens.stream().filter(PayToken::wellFormed).forEach(token -> hashes.put(PayToken.hash(token), token));
        Map<String, GenericValue> links = new HashMap<>();
        if (!hashes.isEmpty()) {
            for (GenericValue link : EntityQuery.use(delegator).from("SmsPayLink")
                    .where(EntityCondition.makeCondition("tokenHash", EntityOperator.IN, hashes.keySet())).queryList()) {
                links.put(hashes.get(link.getString("tokenHash")), link);
            }
        }
        return links;
    }

    /** @return the invoices of a link, in a fixed order */
    public static List<String> invoiceIds(Delegator delegator, String linkId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPayLinkInvoice").where("linkId", linkId).orderBy("invoiceId").queryList().stream()
                .map(row -> row.getString("invoiceId")).collect(Collectors.toList());
    }

    static String url(OrganizationSettings settings, String token) {
        return settings.publicBaseUrl() + PATH + token;
    }
}
