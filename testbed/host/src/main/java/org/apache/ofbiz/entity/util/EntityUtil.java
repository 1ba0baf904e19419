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
package org.apache.ofbiz.entity.util;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.base.util.UtilGenerics;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.GenericEntity;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityExpr;
import org.apache.ofbiz.entity.condition.EntityOperator;

/** Lists of values, in memory. */
public final class EntityUtil {

    private EntityUtil() { }

    public static GenericValue getFirst(Collection<GenericValue> values) {
        return UtilValidate.isEmpty(values) ? null : values.iterator().next();
    }

    /** @throws IllegalArgumentException when there is more than one */
    public static GenericValue getOnly(Collection<GenericValue> values) {
        if (values != null && values.size() > 1) {
            throw new IllegalArgumentException("Passed List had more than one value.");
        }
        return getFirst(values);
    }

    public static EntityCondition getFilterByDateExpr(Timestamp moment) {
        return getFilterByDateExpr(moment, "fromDate", "thruDate");
    }

    /** Begun at or before the moment, or at no time; not ended at it. */
    public static EntityCondition getFilterByDateExpr(Timestamp moment, String fromDateName, String thruDateName) {
        EntityExpr notEnded = EntityCondition.makeCondition(EntityCondition.makeCondition(thruDateName, null), EntityOperator.OR,
                EntityCondition.makeCondition(thruDateName, EntityOperator.GREATER_THAN, moment));
        EntityExpr begun = EntityCondition.makeCondition(EntityCondition.makeCondition(fromDateName, null), EntityOperator.OR,
                EntityCondition.makeCondition(fromDateName, EntityOperator.LESS_THAN_EQUAL_TO, moment));
        return EntityCondition.makeCondition(notEnded, EntityOperator.AND, begun);
    }

    public static <T extends GenericEntity> List<T> filterByDate(List<T> datedValues) {
        return filterByDate(datedValues, UtilDateTime.nowTimestamp());
    }

    public static <T extends GenericEntity> List<T> filterByDate(List<T> datedValues, Timestamp moment) {
        return moment == null ? datedValues : filterByCondition(datedValues, getFilterByDateExpr(moment));
    }

    public static <T extends GenericEntity> List<T> filterByCondition(List<T> values, EntityCondition condition) {
        return values == null ? null : new ArrayList<>(values.stream().filter(value -> value.matches(condition)).toList());
    }

    /** @param orderBy names of fields, descending with - before; nulls come last */
    public static <T extends GenericEntity> List<T> orderBy(Collection<T> values, List<String> orderBy) {
        List<T> sorted = new ArrayList<>(values);
        Comparator<T> order = null;
        for (String each : orderBy) {
            boolean descending = each.startsWith("-");
            String name = descending ? each.substring(1) : each;
            Comparator<Comparable<Object>> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
            Comparator<T> one = Comparator.comparing(value -> UtilGenerics.<Comparable<Object>>cast(value.get(name)),
                    Comparator.nullsLast(direction));
            order = order == null ? one : order.thenComparing(one);
        }
        sorted.sort(order);
        return sorted;
    }
}
