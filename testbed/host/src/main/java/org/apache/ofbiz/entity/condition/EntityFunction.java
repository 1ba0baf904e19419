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

import java.util.Locale;
import java.util.Map;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.smsbilling.testbed.sql.SqlText;

/** UPPER or LOWER of a field or value. */
public final class EntityFunction<T extends Comparable<?>> extends EntityConditionValue {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object value;

    private EntityFunction(String code, Object value) {
        this.code = code;
        this.value = value;
    }

    public static EntityFunction<String> upper(EntityConditionValue nested) {
        return new EntityFunction<>("UPPER", nested);
    }

    public static EntityFunction<String> upper(Object value) {
        return new EntityFunction<>("UPPER", value);
    }

    public static EntityFunction<String> upperField(String fieldName) {
        return upper(EntityFieldValue.makeFieldValue(fieldName));
    }

    public static EntityFunction<String> lower(EntityConditionValue nested) {
        return new EntityFunction<>("LOWER", nested);
    }

    public static EntityFunction<String> lower(Object value) {
        return new EntityFunction<>("LOWER", value);
    }

    @Override
    void addSql(SqlText sql, ModelEntity model) {
        sql.add(code + "(");
        if (value instanceof EntityConditionValue) {
            ((EntityConditionValue) value).addSql(sql, model);
        } else {
            sql.value(null, value);
        }
        sql.add(")");
    }

    @Override
    ModelField getModelField(ModelEntity model) {
        return null;
    }

    @Override
    Object getValue(Delegator delegator, Map<String, ? extends Object> map) {
        Object inner = value instanceof EntityConditionValue ? ((EntityConditionValue) value).getValue(delegator, map) : value;
        if (inner == null) {
            return null;
        }
        return "UPPER".equals(code) ? inner.toString().toUpperCase(Locale.ROOT) : inner.toString().toLowerCase(Locale.ROOT);
    }
}
