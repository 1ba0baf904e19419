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
package org.smsbilling.recipient;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** What parties are called. */
public final class PartyNames {

    private PartyNames() { }

    /** @return name by party id, the id itself for parties without a name; two queries */
    public static Map<String, String> read(Delegator delegator, Collection<String> partyIds) throws GenericEntityException {
        Map<String, String> names = new HashMap<>();
        List<String> ids = partyIds.stream().filter(Objects::nonNull).distinct().collect(Collectors.toList());
        if (ids.isEmpty()) {
            return names;
        }
        ids.forEach(id -> names.put(id, id));
        EntityCondition these = EntityCondition.makeCondition("partyId", EntityOperator.IN, ids);
        for (GenericValue group : EntityQuery.use(delegator).select("partyId", "groupName").from("PartyGroup").where(these).queryList()) {
            put(names, group.getString("partyId"), group.getString("groupName"));
        }
        for (GenericValue person : EntityQuery.use(delegator).select("partyId", "firstName", "lastName").from("Person").where(these).queryList()) {
            put(names, person.getString("partyId"), Stream.of(person.getString("firstName"), person.getString("lastName"))
                    .filter(Objects::nonNull).map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")));
        }
        return names;
    }

    private static void put(Map<String, String> names, String partyId, String name) {
        if (name != null && !name.isBlank()) {
            names.put(partyId, name);
        }
    }
}
