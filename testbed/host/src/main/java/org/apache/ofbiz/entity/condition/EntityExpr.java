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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.smsbilling.testbed.sql.SqlText;

/** A comparison, or two conditions joined. */
public final class EntityExpr implements EntityCondition {

    private static final long serialVersionUID = 1L;

    private final transient Object lhs;
    private final EntityOperator<?, ?> operator;
    private final transient Object rhs;

    /** @param lhs a field's name */
    public <L, R, LL, RR> EntityExpr(L lhs, EntityComparisonOperator<LL, RR> operator, R rhs) {
        if (lhs == null || operator == null) {
            throw new IllegalArgumentException(lhs == null ? "The field name/value cannot be null" : "The operator argument cannot be null");
        }
        if (rhs == null && operator != EntityOperator.EQUALS && operator != EntityOperator.NOT_EQUAL) {
            throw new IllegalArgumentException("Operator must be EQUALS or NOT_EQUAL when right/rhs argument is NULL ");
        }
        if (!(lhs instanceof String)) {
            throw new IllegalArgumentException("The testbed compares fields only, not " + lhs.getClass().getName());
        }
        if (operator == EntityOperator.BETWEEN && !(rhs instanceof Collection && ((Collection<?>) rhs).size() == 2)) {
            throw new IllegalArgumentException("BETWEEN Operator requires a Collection with 2 elements for the right/rhs argument");
        }
        this.lhs = lhs;
        this.operator = operator;
        this.rhs = rhs;
    }

    public EntityExpr(EntityCondition lhs, EntityJoinOperator operator, EntityCondition rhs) {
        if (lhs == null || rhs == null || operator == null) {
            throw new IllegalArgumentException("Neither the EntityCondition arguments nor the operator can be null");
        }
        this.lhs = lhs;
        this.operator = operator;
        this.rhs = rhs;
    }

    private EntityConditionList<EntityCondition> joined() {
        return new EntityConditionList<>(List.of((EntityCondition) lhs, (EntityCondition) rhs), (EntityJoinOperator) operator);
    }

    @Override
    public boolean isEmpty() {
        return lhs instanceof EntityCondition && joined().isEmpty();
    }

    @Override
    public void addSql(SqlText sql, ModelEntity model) {
        if (lhs instanceof EntityCondition) {
            joined().addSql(sql, model);
        } else {
            EntityComparisonOperator<?, ?> comparison = (EntityComparisonOperator<?, ?>) operator;
            comparison.addSql(sql, SqlText.field(model, (String) lhs), rhs);
        }
    }

    @Override
    public boolean mapMatches(Delegator delegator, Map<String, ? extends Object> map) {
        if (lhs instanceof EntityCondition) {
            return joined().mapMatches(delegator, map);
        }
        return ((EntityComparisonOperator<?, ?>) operator).compare(map.get((String) lhs), rhs);
    }

    @Override
    public String toString() {
        return lhs + " " + operator.getCode() + " " + rhs;
    }
}
