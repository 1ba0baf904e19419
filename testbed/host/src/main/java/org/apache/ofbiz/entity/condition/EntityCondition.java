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
package org.apache.ofbiz.entity.condition;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.smsbilling.testbed.sql.SqlText;

/** What rows must fulfil; also the ways to make conditions. */
public interface EntityCondition extends Serializable {

    boolean isEmpty();

    /** Writes the condition for WHERE or HAVING. */
    void addSql(SqlText sql, ModelEntity model);

    boolean mapMatches(Delegator delegator, Map<String, ? extends Object> map);

    static <L, R, LL, RR> EntityExpr makeCondition(L lhs, EntityComparisonOperator<LL, RR> operator, R rhs) {
        return new EntityExpr(lhs, operator, rhs);
    }

    static <R> EntityExpr makeCondition(String fieldName, R value) {
        return new EntityExpr(fieldName, EntityOperator.EQUALS, value);
    }

    static EntityExpr makeCondition(EntityCondition lhs, EntityJoinOperator operator, EntityCondition rhs) {
        return new EntityExpr(lhs, operator, rhs);
    }

    @SafeVarargs
    static <R extends EntityCondition, T extends R> EntityConditionList<R> makeCondition(EntityJoinOperator operator, T... conditionList) {
        return new EntityConditionList<>(Arrays.<R>asList(conditionList), operator);
    }

    @SafeVarargs
    static <R extends EntityCondition, T extends R> EntityConditionList<R> makeCondition(T... conditionList) {
        return new EntityConditionList<>(Arrays.<R>asList(conditionList), EntityOperator.AND);
    }

    static <T extends EntityCondition> EntityConditionList<T> makeCondition(List<? extends T> conditionList, EntityJoinOperator operator) {
        return new EntityConditionList<>(conditionList, operator);
    }

    static <T extends EntityCondition> EntityConditionList<T> makeCondition(List<? extends T> conditionList) {
        return new EntityConditionList<>(conditionList, EntityOperator.AND);
    }

    static EntityConditionList<EntityExpr> makeCondition(Map<String, ? extends Object> fieldMap, EntityJoinOperator joinOp) {
        List<EntityExpr> all = fieldMap.entrySet().stream().map(each -> makeCondition(each.getKey(), each.getValue())).toList();
        return new EntityConditionList<>(all, joinOp);
    }

    static EntityConditionList<EntityExpr> makeCondition(Map<String, ? extends Object> fieldMap) {
        return makeCondition(fieldMap, EntityOperator.AND);
    }
}
