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
package org.smsbilling.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.recipient.PartyNames;

/** What the people behind user logins are called. */
public final class UserNames {

    private UserNames() { }

    /** @return name by user login id, the id itself for logins without a person; three queries */
    public static Map<String, String> read(Delegator delegator, Collection<String> userLoginIds) throws GenericEntityException {
        List<String> ids = userLoginIds.stream().filter(Objects::nonNull).distinct().collect(Collectors.toList());
        Map<String, String> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        ids.forEach(id -> names.put(id, id));
        List<GenericValue> logins = EntityQuery.use(delegator).select("userLoginId", "partyId").from("UserLogin")
                .where(EntityCondition.makeCondition("userLoginId", EntityOperator.IN, ids)).queryList().stream()
                .filter(login -> login.getString("partyId") != null).collect(Collectors.toList());
        Map<String, String> parties = PartyNames.read(delegator, logins.stream().map(login -> login.getString("partyId"))
                .collect(Collectors.toSet()));
        for (GenericValue login : logins) {
            String name = parties.get(login.getString("partyId"));
            names.put(login.getString("userLoginId"), name.equals(login.getString("partyId")) ? login.getString("userLoginId") : name);
        }
        return names;
    }
}
