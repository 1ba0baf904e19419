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
package org.apache.ofbiz.entity;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.GeneralException;
import org.apache.ofbiz.base.util.ObjectType;
import org.apache.ofbiz.base.util.UtilGenerics;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.apache.ofbiz.entity.model.ModelFieldType;

/** Fields of one row, as a map; only fields of the entity's model, converted to the field's Java type. */
public class GenericEntity extends AbstractMap<String, Object> implements Serializable, Comparable<GenericEntity>, Cloneable {

    private static final long serialVersionUID = 1L;
    private static final String MODULE = GenericEntity.class.getName();

    private final transient Delegator delegator;
    private final transient ModelEntity model;
    private final Map<String, Object> fields = new HashMap<>();
    private transient Map<String, Object> originalDbValues;
    private boolean mutable = true;

    protected GenericEntity(Delegator delegator, ModelEntity model) {
        this.delegator = delegator;
        this.model = Objects.requireNonNull(model, "model");
    }

    public final Delegator getDelegator() {
        return delegator;
    }

    public final String getEntityName() {
        return model.getEntityName();
    }

    public final ModelEntity getModelEntity() {
        return model;
    }

    /** @throws IllegalArgumentException for a field that the entity does not have */
    public final Object get(String name) {
        if (!model.isField(name)) {
            throw new IllegalArgumentException("The field name (or key) [" + name + "] is not valid for entity [" + getEntityName() + "].");
        }
        return fields.get(name);
    }

    @Override
    public final Object get(Object key) {
        return get((String) key);
    }

    /** Localized: looks for EntityName.fieldName.primaryKey in the entity's default resource, else the value itself. */
    public final Object get(String name, Locale locale) {
        return get(name, null, locale);
    }

    public final Object get(String name, String resource, Locale locale) {
        Object value = get(name);
        String labels = UtilValidate.isEmpty(resource) ? model.getDefaultResourceName() : resource;
        if (value == null || labels.isEmpty()) {
            return value;
        }
        StringBuilder key = new StringBuilder(getEntityName()).append('.').append(name);
        model.getPkFieldNames().forEach(pk -> key.append('.').append(get(pk)));
        Object text = UtilProperties.getLabels(labels, locale).get(key.toString());
        return text == null ? value : text;
    }

    public final void set(String name, Object value) {
        set(name, value, true);
    }

    /** Converts to the field's Java type; what cannot be converted is kept, with a warning, and fails in the database. */
    public final Object set(String name, Object value, boolean setIfNull) {
        if (!mutable) {
            throw new IllegalStateException("This object has been flagged as immutable (unchangeable), probably because it came from an Entity "
                    + "Engine cache. Cannot modify an immutable entity object. Use the clone method to create a mutable copy of this object.");
        }
        ModelField field = model.getField(name);
        if (field == null) {
            throw new IllegalArgumentException("[GenericEntity.set] \"" + name + "\" is not a field of " + getEntityName() + ", must be one of: "
                    + model.fieldNameString());
        }
        return value == null && !setIfNull ? fields.get(name) : fields.put(name, convert(field, value));
    }

    private Object convert(ModelField field, Object value) {
        String javaType = ModelFieldType.of(field.getType()).getJavaType();
        if (value instanceof Boolean) {
            return (Boolean) value ? "Y" : "N";
        }
        try {
            return ObjectType.simpleTypeOrObjectConvert(value, javaType, null, null);
        } catch (GeneralException e) {
            Debug.logWarning("In entity field [" + getEntityName() + "." + field.getName() + "] set the value passed in ["
                    + value.getClass().getName() + "] is not compatible with the Java type of the field [" + javaType + "]", MODULE);
            return value;
        }
    }

    /** Sets a value that is written as text, such as in seed data; numbers and moments as Java's valueOf reads them. */
    public final void setString(String name, String value) {
        ModelField field = model.getField(name);
        String javaType = field == null ? "String" : ModelFieldType.of(field.getType()).getJavaType();
        if (value == null || !"String".equals(javaType) && ("null".equals(value) || value.isEmpty())) {
            set(name, null);
        } else if ("java.math.BigDecimal".equals(javaType)) {
            set(name, new BigDecimal(value));
        } else if ("byte[]".equals(javaType)) {
            throw new IllegalArgumentException("The testbed cannot read bytes from text: " + getEntityName() + "." + name);
        } else {
            set(name, value);
        }
    }

    /** Loads what the database holds, without conversion. */
    public final void load(String name, Object value) {
        fields.put(name, value);
    }

    /** It is now as the database has it; {@link #getOriginalDbValue} remembers that. */
    public final void synchronizedWithDatasource() {
        originalDbValues = getAllFields();
    }

    /** @return false for values that were made, copied or refreshed, not read or written */
    public final boolean originalDbValuesAvailable() {
        return originalDbValues != null;
    }

    /** @return what the database had when this value was last read or written; null when that is not known */
    public final Object getOriginalDbValue(String name) {
        if (!model.isField(name)) {
            throw new IllegalArgumentException("[GenericEntity.get] \"" + name + "\" is not a field of " + getEntityName());
        }
        return originalDbValues == null ? null : originalDbValues.get(name);
    }

    protected final void copyFrom(GenericEntity other) {
        fields.putAll(other.fields);
    }

    public final void refreshFromValue(GenericEntity newValue) throws GenericEntityException {
        if (newValue == null) {
            throw new GenericEntityNotFoundException("Could not refresh value, new value not found for: " + this);
        }
        fields.clear();
        copyFrom(newValue);
    }

    public final void setNextSeqId() {
        List<String> keys = model.getPkFieldNames();
        if (keys.size() != 1) {
            throw new IllegalArgumentException("Cannot setNextSeqId for entity [" + getEntityName()
                    + "] that does not have a single primary key field, instead has [" + keys.size() + "]");
        }
        set(keys.get(0), delegator.getNextSeqId(getEntityName()));
    }

    /** @return false when empty; @throws IllegalArgumentException when it is neither Y nor N */
    public final Boolean getBoolean(String name) {
        Object value = get(name);
        if (value == null || "N".equals(value)) {
            return false;
        }
        if ("Y".equals(value)) {
            return true;
        }
        throw new IllegalArgumentException("getBoolean could not map the String '" + value + "' to Boolean type");
    }

    public final String getString(String name) {
        Object value = get(name);
        return value == null ? null : value.toString();
    }

    public final Timestamp getTimestamp(String name) {
        return (Timestamp) get(name);
    }

    public final java.sql.Date getDate(String name) {
        return (java.sql.Date) get(name);
    }

    public final Long getLong(String name) {
        return (Long) get(name);
    }

    public final BigDecimal getBigDecimal(String name) {
        return (BigDecimal) get(name);
    }

    public final GenericPK getPrimaryKey() {
        return GenericPK.create(delegator, model, fields);
    }

    /** Fields of the key only; others in the map are left alone. */
    public final void setPKFields(Map<? extends Object, ? extends Object> source) {
        setAllFields(source, true, null, true);
    }

    public final void setNonPKFields(Map<? extends Object, ? extends Object> source) {
        setAllFields(source, true, null, false);
    }

    public final void setNonPKFields(Map<? extends Object, ? extends Object> source, boolean setIfEmpty) {
        setAllFields(source, setIfEmpty, null, false);
    }

    /**
     * Takes what is a field of the entity.
     *
     * @param pks true: key fields only; false: others only; null: all
     */
    public final void setAllFields(Map<? extends Object, ? extends Object> source, boolean setIfEmpty, String namePrefix, Boolean pks) {
        if (namePrefix != null) {
            throw new IllegalArgumentException("The testbed does not know setAllFields with a prefix");
        }
        if (source == null) {
            return;
        }
        for (ModelField field : model.getFieldsUnmodifiable()) {
            String name = field.getName();
            if ((pks == null || pks == field.getIsPk()) && source.containsKey(name)) {
                Object value = source.get(name);
                if (value instanceof String && !field.isText()) {
                    String text = (String) value;
                    if (setIfEmpty || !text.isEmpty()) {
                        setString(name, text);
                    }
                } else if (setIfEmpty || UtilValidate.isNotEmpty(value)) {
                    set(name, value);
                }
            }
        }
    }

    public final void setFields(Map<? extends String, ? extends Object> keyValuePairs) {
        keyValuePairs.forEach((name, value) -> set(name, value, true));
    }

    public final Map<String, Object> getAllFields() {
        return new HashMap<>(fields);
    }

    public final boolean matches(EntityCondition condition) {
        return condition.mapMatches(delegator, this);
    }

    public final void setImmutable() {
        mutable = false;
    }

    @Override
    public final Object put(String key, Object value) {
        return set(key, value, true);
    }

    @Override
    public final Object remove(Object key) {
        return fields.remove(key);
    }

    @Override
    public final boolean containsKey(Object key) {
        return fields.containsKey(key);
    }

    @Override
    public final Set<Map.Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(fields).entrySet();
    }

    @Override
    public final int compareTo(GenericEntity that) {
        int byName = getEntityName().compareTo(that.getEntityName());
        for (String name : byName == 0 ? model.getPkFieldNames() : List.<String>of()) {
            Comparable<Object> mine = UtilGenerics.cast(get(name));
            int byKey = mine == null ? -1 : mine.compareTo(that.get(name));
            if (byKey != 0) {
                return byKey;
            }
        }
        return byName;
    }

    @Override
    public Object clone() {
        GenericEntity copy = new GenericEntity(delegator, model);
        copy.copyFrom(this);
        return copy;
    }

    /** Encrypted fields are not shown. */
    @Override
    public final String toString() {
        StringBuilder text = new StringBuilder("[GenericEntity:").append(getEntityName()).append(']');
        fields.keySet().stream().sorted().forEach(name -> text.append('[').append(name).append(',')
                .append(model.getField(name).getEncrypt() && fields.get(name) != null ? "(encrypted)" : fields.get(name)).append(']'));
        return text.toString();
    }
}
