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
package org.smsbilling.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Turns openings of links that ended long ago into numbers: how often and when a link was opened stays, from where and with what does not. */
final class OldOpenings {

    private static final String CLICKS = "SmsPayLinkClicks";

    private final Delegator delegator;
    private final String organization;

    OldOpenings(Delegator delegator, String organizationPartyId) {
        this.delegator = delegator;
        this.organization = organizationPartyId;
    }

    /** Of links that ended before that, in the caller's transaction. @return how many openings there were, at most so many as may be */
    int count(Instant limit, int most) throws GenericEntityException {
        Timestamp before = Timestamp.from(limit);
        List<GenericValue> openings = EntityQuery.use(delegator).from("SmsOldOpening").where(
                EntityCondition.makeCondition("organizationPartyId", organization),
                EntityCondition.makeCondition("openedDate", EntityOperator.LESS_THAN, before),
                EntityCondition.makeCondition("expiresDate", EntityOperator.LESS_THAN, before)).orderBy("openedDate").maxRows(most).queryList();
        if (openings.isEmpty()) {
            return 0;
        }
        for (Map.Entry<String, List<GenericValue>> link : openings.stream().collect(Collectors.groupingBy(each -> each.getString("linkId")))
                .entrySet()) {
            add(link.getKey(), link.getValue());
        }
        int removed = delegator.removeByCondition("SmsPayLinkOpening", EntityCondition.makeCondition("openingId", EntityOperator.IN,
                openings.stream().map(each -> each.getString("openingId")).toList()));
        if (removed != openings.size()) {
            throw new GenericEntityException("Somebody else counts the same openings");
        }
        return removed;
    }

    /** @param openings the earliest first */
    private void add(String linkId, List<GenericValue> openings) throws GenericEntityException {
        GenericValue known = EntityQuery.use(delegator).from(CLICKS).where("linkId", linkId).queryOne();
        long previews = openings.stream().filter(each -> "Y".equals(each.getString("linkPreview"))).count();
        Map<String, Object> row = new HashMap<>();
        row.put("linkId", linkId);
        row.put("clicks", openings.size() - previews + (known == null ? 0 : known.getLong("clicks")));
        row.put("previews", previews + (known == null ? 0 : known.getLong("previews")));
        row.put("firstDate", known == null ? openings.get(0).get("openedDate") : known.get("firstDate"));
        row.put("lastDate", openings.get(openings.size() - 1).get("openedDate"));
        delegator.createOrStore(delegator.makeValue(CLICKS, row));
    }
}
