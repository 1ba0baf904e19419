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
package org.smsbilling.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.ofbiz.entity.condition.EntityCondition;
import org.junit.jupiter.api.Test;

/** Pages that are opened at the same moment are read together, and nothing that they show is kept for later. */
class PagesOpenedTogetherTest extends PayingCase {

    private static final int VISITORS = 12;

    @Test
    void everybodySeesWhatIsTheirsAndIsWrittenDown() throws Exception {
        String otherInvoice = stage().invoice("42.50");
        List<String> tokens = List.of(token(), stage().link(List.of(otherInvoice)), "AAAAAAAAAAAAAAAAAAAAAA");
        List<String> expected = List.of("PAYABLE $100.00", "PAYABLE $42.50", "UNKNOWN null");
        ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
        try {
            List<Callable<String>> visits = new ArrayList<>();
            for (int visitor = 0; visitor < VISITORS; visitor++) {
                String mine = tokens.get(visitor % tokens.size());
                visits.add(() -> shown(mine));
            }
            List<Future<String>> seen = visitors.invokeAll(visits);
            for (int visitor = 0; visitor < VISITORS; visitor++) {
                assertEquals(expected.get(visitor % expected.size()), seen.get(visitor).get());
            }
        } finally {
            visitors.shutdownNow();
        }
        for (String invoice : List.of(invoiceId(), otherInvoice)) {
            String linkId = (String) stage().field("SmsPayLinkInvoice", "linkId", "invoiceId", invoice);
            assertEquals(VISITORS / tokens.size(), stage().count("SmsPayLinkOpening", "linkId", linkId, "outcome", "PAYABLE"));
            assertEquals("PAYABLE " + (invoice.equals(invoiceId()) ? "$100.00" : "$42.50"), shown(tokens.get(invoice.equals(invoiceId()) ? 0 : 1)));
            assertEquals(VISITORS / tokens.size() + 1, stage().count("SmsPayLinkOpening", "linkId", linkId));
        }
    }

    @Test
    void whatAnotherNodeChangesIsSeenByTheNextWhoOpens() throws Exception {
        assertEquals("PAYABLE $100.00", shown(token()));
        store("SmsOrganization", Map.of("brandName", "Harbor North"), "organizationPartyId", stage().organization());
        assertEquals("Harbor North", page(token()).get("brandName"));
        store("SmsOrganization", Map.of("cardEnabled", "N", "bankAccountEnabled", "N"), "organizationPartyId", stage().organization());
        assertEquals("UNAVAILABLE null", shown(token()));
        store("SmsOrganization", Map.of("cardEnabled", "Y", "bankAccountEnabled", "Y", "brandName", "Harbor"), "organizationPartyId",
                stage().organization());
        stage().payByHand(invoiceId(), "60.00");
        assertEquals("PAYABLE $40.00", shown(token()));
        store("SmsPayLink", Map.of("closedReason", "EXPIRED_BY_CLERK"), "linkId",
                (String) stage().field("SmsPayLinkInvoice", "linkId", "invoiceId", invoiceId()));
        assertEquals("CLOSED null", shown(token()));
        stage().payByHand(invoiceId(), "40.00");
        assertEquals("PAID null", shown(token()));
    }

    private void store(String entity, Map<String, ?> values, String key, String id) throws Exception {
        stage().delegator().storeByCondition(entity, values, EntityCondition.makeCondition(key, id));
    }

    private String shown(String token) throws Exception {
        Map<?, ?> page = page(token);
        return page.get("state") + " " + page.get("amountText");
    }

    private Map<?, ?> page(String token) throws Exception {
        return (Map<?, ?>) stage().stage().callPublic("openSmsPayLink", "token", token, "remoteAddress", "192.0.2.7", "userAgent", "Mozilla/5.0",
                "method", "GET").get("payPage");
    }
}
