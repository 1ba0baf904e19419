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

import java.util.List;
import java.util.Map;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.smsbilling.testbed.sql.SqlText;

/** Conditions joined by AND or OR; empty ones do not count. */
public final class EntityConditionList<T extends EntityCondition> implements EntityCondition {

    private static final long serialVersionUID = 1L;

    private final transient List<? extends T> conditions;
    private final EntityJoinOperator operator;

    public EntityConditionList(List<? extends T> conditionList, EntityJoinOperator operator) {
        this.conditions = List.copyOf(conditionList);
        this.operator = operator;
    }

    @Override
    public boolean isEmpty() {
        return conditions.stream().allMatch(EntityCondition::isEmpty);
    }

    @Override
    public void addSql(SqlText sql, ModelEntity model) {
        String before = "(";
        for (EntityCondition condition : conditions) {
            if (!condition.isEmpty()) {
                condition.addSql(sql.add(before), model);
                before = " " + operator.getCode() + " ";
            }
        }
        if (!before.equals("(")) {
            sql.add(")");
        }
    }

    @Override
    public boolean mapMatches(Delegator delegator, Map<String, ? extends Object> map) {
        if (operator == EntityOperator.AND) {
            return conditions.stream().allMatch(condition -> condition.mapMatches(delegator, map));
        }
        return isEmpty() || conditions.stream().anyMatch(condition -> condition.mapMatches(delegator, map));
    }

    @Override
    public String toString() {
        return conditions + operator.getCode();
    }
}
