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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.datasource.GenericHelperInfo;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelKeyMap;
import org.apache.ofbiz.entity.model.ModelReader;
import org.apache.ofbiz.entity.model.ModelRelation;
import org.apache.ofbiz.entity.util.EntityFindOptions;

/** OFBiz's access to entities, as far as the component uses it. */
public interface Delegator {

    GenericValue create(GenericValue value) throws GenericEntityException;

    default GenericValue create(String entityName, Map<String, ? extends Object> fields) throws GenericEntityException {
        return create(makeValue(entityName, fields));
    }

    default GenericValue create(String entityName, Object... fields) throws GenericEntityException {
        return create(makeValue(entityName, fields));
    }

    GenericValue createOrStore(GenericValue value) throws GenericEntityException;

    default GenericValue createSetNextSeqId(GenericValue value) throws GenericEntityException {
        value.setNextSeqId();
        return create(value);
    }

    /** Fast, of one entity; without ECAs and stamps. */
    void createAllByBatchProcess(List<GenericValue> values) throws GenericEntityException;

    /** @param findOptions null: all rows, each as often as it is there */
    List<GenericValue> findList(String entityName, EntityCondition entityCondition, Set<String> fieldsToSelect, List<String> orderBy,
            EntityFindOptions findOptions, boolean useCache) throws GenericEntityException;

    default GenericValue findOne(String entityName, boolean useCache, Object... fields) throws GenericEntityException {
        return findOne(entityName, UtilMisc.<String, Object>toMap(fields), useCache);
    }

    default GenericValue findOne(String entityName, Map<String, ? extends Object> fields, boolean useCache) throws GenericEntityException {
        GenericPK key = GenericPK.create(this, makeValue(entityName).getModelEntity(), fields);
        if (!key.keySet().containsAll(key.getModelEntity().getPkFieldNames())) {
            throw new GenericEntityException("[GenericDelegator.findOne] Passed primary key is not a valid primary key: " + key);
        }
        List<GenericValue> found = findList(entityName, EntityCondition.makeCondition(key), null, null, null, useCache);
        return found.isEmpty() ? null : found.get(0);
    }

    /** @param havingEntityCondition must be null here */
    long findCountByCondition(String entityName, EntityCondition whereEntityCondition, Set<String> fieldsToSelect,
            EntityCondition havingEntityCondition, EntityFindOptions findOptions) throws GenericEntityException;

    String getDelegatorName();

    default String getEntityGroupName(String entityName) {
        return "org.apache.ofbiz";
    }

    default String getEntityHelperName(String entityName) {
        return "testbed";
    }

    default GenericHelperInfo getGroupHelperInfo(String entityGroupName) {
        return new GenericHelperInfo(entityGroupName, "testbed");
    }

    ModelReader getModelReader();

    default ModelEntity getModelEntity(String entityName) {
        return getModelReader().getModelEntity(entityName);
    }

    default String getNextSeqId(String seqName) {
        return String.valueOf(getNextSeqIdLong(seqName));
    }

    Long getNextSeqIdLong(String seqName);

    default List<GenericValue> getRelated(String relationName, Map<String, ? extends Object> byAndFields, List<String> orderBy, GenericValue value,
            boolean useCache) throws GenericEntityException {
        ModelRelation relation = value.getModelEntity().getRelation(relationName);
        if (relation == null) {
            throw new GenericEntityException("Could not find relation for relationName: " + relationName + " for value " + value);
        }
        Map<String, Object> fields = byAndFields == null ? new HashMap<>() : new HashMap<>(byAndFields);
        for (ModelKeyMap key : relation.getKeyMaps()) {
            fields.put(key.getRelFieldName(), value.get(key.getFieldName()));
        }
        return findList(relation.getRelEntityName(), EntityCondition.makeCondition(fields), null, orderBy, null, useCache);
    }

    default GenericValue getRelatedOne(String relationName, GenericValue value, boolean useCache) throws GenericEntityException {
        List<GenericValue> related = getRelated(relationName, null, null, value, useCache);
        if (!value.getModelEntity().getRelation(relationName).getType().startsWith("one")) {
            throw new GenericEntityException("Relation is not a 'one' or a 'one-nofk' relation: " + relationName + " of entity "
                    + value.getEntityName());
        }
        return related.isEmpty() ? null : related.get(0);
    }

    default GenericValue makeValidValue(String entityName, Map<String, ? extends Object> fields) {
        GenericValue value = makeValue(entityName);
        value.setAllFields(fields, true, null, null);
        return value;
    }

    default GenericValue makeValidValue(String entityName, Object... fields) {
        return makeValidValue(entityName, UtilMisc.<String, Object>toMap(fields));
    }

    default GenericValue makeValue(String entityName) {
        return makeValue(entityName, Map.of());
    }

    /** @throws IllegalArgumentException when there is no such entity, or it has no such field */
    default GenericValue makeValue(String entityName, Map<String, ? extends Object> fields) {
        ModelEntity entity = getModelEntity(entityName);
        if (entity == null) {
            throw new IllegalArgumentException("could not find entity for entityName: " + entityName);
        }
        return GenericValue.create(this, entity, fields);
    }

    default GenericValue makeValue(String entityName, Object... fields) {
        return makeValue(entityName, UtilMisc.<String, Object>toMap(fields));
    }

    default void refresh(GenericValue value) throws GenericEntityException {
        value.refreshFromValue(findOne(value.getEntityName(), value.getPrimaryKey(), false));
    }

    int removeByCondition(String entityName, EntityCondition condition) throws GenericEntityException;

    default int removeByAnd(String entityName, Object... fields) throws GenericEntityException {
        return removeByCondition(entityName, EntityCondition.makeCondition(UtilMisc.<String, Object>toMap(fields)));
    }

    int removeValue(GenericValue value) throws GenericEntityException;

    /** One more than the greatest number among the rows that share the rest of the key. */
    default void setNextSubSeqId(GenericValue value, String seqFieldName, int numericPadding, int incrementBy) {
        Map<String, Object> others = new HashMap<>(value.getPrimaryKey());
        others.remove(seqFieldName);
        try {
            long highest = 0;
            for (GenericValue each : findList(value.getEntityName(), EntityCondition.makeCondition(others), null, null, null, false)) {
                String text = each.getString(seqFieldName);
                highest = text.matches("[0-9]+") ? Math.max(highest, Long.parseLong(text)) : highest;
            }
            value.set(seqFieldName, String.format("%0" + numericPadding + "d", highest == 0 ? 1 : highest + incrementBy));
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Error making next seqId", e);
        }
    }

    int store(GenericValue value) throws GenericEntityException;

    /** Creates what is missing and updates, of the rest, what has changed. @return how many rows were written */
    int storeAll(List<GenericValue> values) throws GenericEntityException;

    /** Fires no ECA. @return how many rows fulfilled the condition */
    int storeByCondition(String entityName, Map<String, ? extends Object> fieldsToSet, EntityCondition condition) throws GenericEntityException;
}
