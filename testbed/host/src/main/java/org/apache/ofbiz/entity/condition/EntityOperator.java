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

/** The operators of conditions. */
public abstract class EntityOperator<L, R> implements Serializable {

    public static final EntityComparisonOperator<?, ?> EQUALS = new EntityComparisonOperator<>("=");
    public static final EntityComparisonOperator<?, ?> NOT_EQUAL = new EntityComparisonOperator<>("<>");
    public static final EntityComparisonOperator<?, ?> LESS_THAN = new EntityComparisonOperator<>("<");
    public static final EntityComparisonOperator<?, ?> GREATER_THAN = new EntityComparisonOperator<>(">");
    public static final EntityComparisonOperator<?, ?> LESS_THAN_EQUAL_TO = new EntityComparisonOperator<>("<=");
    public static final EntityComparisonOperator<?, ?> GREATER_THAN_EQUAL_TO = new EntityComparisonOperator<>(">=");
    public static final EntityComparisonOperator<?, ?> IN = new EntityComparisonOperator<>("IN");
    public static final EntityComparisonOperator<?, ?> NOT_IN = new EntityComparisonOperator<>("NOT IN");
    public static final EntityComparisonOperator<?, ?> BETWEEN = new EntityComparisonOperator<>("BETWEEN");
    public static final EntityComparisonOperator<?, ?> LIKE = new EntityComparisonOperator<>("LIKE");
    public static final EntityComparisonOperator<?, ?> NOT_LIKE = new EntityComparisonOperator<>("NOT LIKE");
    public static final EntityJoinOperator AND = new EntityJoinOperator("AND");
    public static final EntityJoinOperator OR = new EntityJoinOperator("OR");

    private static final long serialVersionUID = 1L;

    private final String code;

    protected EntityOperator(String code) {
        this.code = code;
    }

    public final String getCode() {
        return code;
    }
}
