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

import java.util.Map;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.smsbilling.testbed.sql.SqlText;

/** The value of a field of the row. */
public final class EntityFieldValue extends EntityConditionValue {

    private static final long serialVersionUID = 1L;

    private final String fieldName;

    private EntityFieldValue(String fieldName) {
        this.fieldName = fieldName;
    }

    public static EntityFieldValue makeFieldValue(String fieldName) {
        return new EntityFieldValue(fieldName);
    }

    public String getFieldName() {
        return fieldName;
    }

    @Override
    void addSql(SqlText sql, ModelEntity model) {
        sql.add(getModelField(model).getColName());
    }

    @Override
    ModelField getModelField(ModelEntity model) {
        return SqlText.field(model, fieldName);
    }

    @Override
    Object getValue(Delegator delegator, Map<String, ? extends Object> map) {
        return map.get(fieldName);
    }
}
