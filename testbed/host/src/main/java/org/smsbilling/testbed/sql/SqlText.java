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
package org.smsbilling.testbed.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.ofbiz.base.util.GeneralException;
import org.apache.ofbiz.base.util.ObjectType;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.apache.ofbiz.entity.model.ModelFieldType;

/** A statement under construction: its text and its parameters in order. */
public final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    public SqlText add(String sql) {
        text.append(sql);
        return this;
    }

    /** @throws IllegalArgumentException when the entity has no such field */
    public static ModelField field(ModelEntity model, String name) {
        ModelField field = model.getField(name);
        if (field == null) {
            throw new IllegalArgumentException("FieldName " + name + " not found for entity: " + model.getEntityName());
        }
        return field;
    }

    /** A parameter, or several in brackets for a collection. @param field whose Java type the value must have; null: any */
    public SqlText value(ModelField field, Object value) {
        if (value instanceof Collection) {
            String before = "(";
            for (Object each : (Collection<?>) value) {
                add(before).value(field, each);
                before = ", ";
            }
            return add(")");
        }
        parameters.add(field == null ? value : checked(field, value));
        return add("?");
    }

    /** @return what is written for a value of a field */
    static Object checked(ModelField field, Object value) {
        String type = ModelFieldType.of(field.getType()).getJavaType();
        try {
            return value instanceof Boolean ? (Object) ((Boolean) value ? "Y" : "N") : ObjectType.simpleTypeOrObjectConvert(value, type, null, null);
        } catch (GeneralException e) {
            throw new IllegalArgumentException("Field " + field.getName() + " is a " + type + ", not a " + value.getClass().getName(), e);
        }
    }

    public List<Object> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
