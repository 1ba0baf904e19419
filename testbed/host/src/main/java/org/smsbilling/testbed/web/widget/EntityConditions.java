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
package org.smsbilling.testbed.web.widget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.condition.EntityComparisonOperator;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityJoinOperator;
import org.apache.ofbiz.entity.condition.EntityOperator;

/** The conditions of entity-condition and of options that come from an entity. */
final class EntityConditions {

    private static final Map<String, EntityComparisonOperator<?, ?>> OPERATORS = Map.of("equals", EntityOperator.EQUALS,
            "not-equals", EntityOperator.NOT_EQUAL, "less", EntityOperator.LESS_THAN, "less-equals", EntityOperator.LESS_THAN_EQUAL_TO,
            "greater", EntityOperator.GREATER_THAN, "greater-equals", EntityOperator.GREATER_THAN_EQUAL_TO, "in", EntityOperator.IN,
            "like", EntityOperator.LIKE);

    private EntityConditions() { }

    /** Of all condition-expr and condition-list among the nodes. */
    static List<EntityCondition> read(List<Node> nodes, Map<String, Object> scope) {
        List<EntityCondition> conditions = new ArrayList<>();
        for (Node node : nodes) {
            EntityCondition condition = "condition-list".equals(node.name()) ? group(node, scope)
                    : "condition-expr".equals(node.name()) ? expression(node, node.at("field-name"), node.at("from-field"), scope) : null;
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private static EntityCondition group(Node node, Map<String, Object> scope) {
        List<EntityCondition> parts = read(node.children(), scope);
        EntityJoinOperator combine = "or".equals(node.at("combine")) ? EntityOperator.OR : EntityOperator.AND;
        return parts.isEmpty() ? null : EntityCondition.makeCondition(parts, combine);
    }

    /** @return null when the value is empty and is to be ignored then */
    static EntityCondition expression(Node node, String field, String from, Map<String, Object> scope) {
        Object value = from.isEmpty() ? Values.text(node.at("value"), scope) : Values.get(from, scope);
        boolean nothing = "true".equals(node.at("ignore-if-null")) && value == null;
        if (nothing || "true".equals(node.at("ignore-if-empty")) && UtilValidate.isEmpty(value)) {
            return null;
        }
        EntityComparisonOperator<?, ?> operator = OPERATORS.get(node.at("operator", "equals"));
        if (operator == null || !node.at("ignore-case").isEmpty()) {
            throw node.problem("is a condition that the testbed does not know; it knows " + OPERATORS.keySet());
        }
        Object right = operator == EntityOperator.IN && !(value instanceof Collection) ? List.of(String.valueOf(value).split(",")) : value;
        return EntityCondition.makeCondition(field, operator, right);
    }
}
