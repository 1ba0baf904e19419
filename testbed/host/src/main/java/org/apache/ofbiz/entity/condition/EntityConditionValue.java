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
import java.util.Map;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.smsbilling.testbed.sql.SqlText;

/** One side of a comparison that is not a plain value. */
public abstract class EntityConditionValue implements Serializable {

    private static final long serialVersionUID = 1L;

    abstract void addSql(SqlText sql, ModelEntity model);

    /** @return the field behind it, or null */
    abstract ModelField getModelField(ModelEntity model);

    abstract Object getValue(Delegator delegator, Map<String, ? extends Object> map);
}
