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

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntity;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericEntityNotFoundException;
import org.apache.ofbiz.entity.GenericModelException;
import org.apache.ofbiz.entity.GenericPK;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelFieldType;
import org.apache.ofbiz.entity.model.ModelKeyMap;
import org.apache.ofbiz.entity.model.ModelReader;
import org.apache.ofbiz.entity.model.ModelRelation;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.entity.util.EntityFindOptions;
import org.apache.ofbiz.entity.util.EntityListIterator;

/** The testbed's delegator: each operation in a transaction, which a failure dooms, with the entity ECAs around it. */
public final class GenericDelegator implements Delegator {

    private static final String MODULE = GenericDelegator.class.getName();

    private final ModelReader model;
    private final EntityStore store;
    private final Sequences sequences;
    private volatile EntityRules rules;

    public GenericDelegator(ModelReader model, DataSource source, FieldCipher cipher) {
        this.model = model;
        this.store = new EntityStore(source, cipher);
        this.sequences = new Sequences(source);
    }

    /** From now on these rules run. */
    public void setRules(EntityRules rules) {
        this.rules = rules;
    }

    private <T> T transact(String what, String entityName, Work<T> work) throws GenericEntityException {
        boolean began = false;
        try {
            began = TransactionUtil.begin();
            T result = work.run();
            TransactionUtil.commit(began);
            return result;
        } catch (GenericEntityException | RuntimeException e) {
            String message = "Failure in " + what + " operation for entity [" + entityName + "]: " + e + ". Rolling back transaction.";
            Debug.logError(message, MODULE);
            if (TransactionUtil.isTransactionInPlace()) {
                TransactionUtil.rollback(began, message, e);
            }
            if (e instanceof RuntimeException && !(e instanceof IllegalStateException)) {
                throw (RuntimeException) e;
            }
            throw new GenericEntityException(e);
        }
    }

    private <T> T withRules(String operation, GenericEntity value, Work<T> work) throws GenericEntityException {
        return transact(operation, value.getEntityName(), () -> {
            EntityRules current = rules;
            if (current == null || !current.concern(value.getEntityName())) {
                return work.run();
            }
            current.run("validate", operation, value);
            current.run("run", operation, value);
            T result = work.run();
            current.run("return", operation, value);
            return result;
        });
    }

    private ModelEntity entity(String entityName) {
        ModelEntity entity = model.getModelEntity(entityName);
        if (entity == null) {
            throw new IllegalArgumentException("could not find entity for entityName: " + entityName);
        }
        return entity;
    }

    @Override
    public GenericValue create(GenericValue value) throws GenericEntityException {
        if (value == null) {
            throw new GenericEntityException("Cannot create a null value");
        }
        return withRules("create", value, () -> {
            store.insert(value);
            return value;
        });
    }

    @Override
    public GenericValue create(String entityName, Map<String, ? extends Object> fields) throws GenericEntityException {
        return create(makeValue(entityName, fields));
    }

    @Override
    public GenericValue create(String entityName, Object... fields) throws GenericEntityException {
        return create(makeValue(entityName, fields));
    }

    @Override
    public GenericValue createOrStore(GenericValue value) throws GenericEntityException {
        return transact("createOrStore", value.getEntityName(), () -> {
            if (findOne(value.getEntityName(), value.getPrimaryKey(), false) == null) {
                return create(value);
            }
            store(value);
            return value;
        });
    }

    @Override
    public GenericValue createSetNextSeqId(GenericValue value) throws GenericEntityException {
        value.setNextSeqId();
        return create(value);
    }

    @Override
    public void createAllByBatchProcess(List<GenericValue> values) throws GenericEntityException {
        if (values == null || values.isEmpty()) {
            throw new GenericEntityException("No value to store");
        }
        if (values.stream().map(GenericValue::getEntityName).distinct().count() > 1) {
            throw new GenericEntityException("createAllByBatchProcess commits between entities: pass values of one entity only");
        }
        transact("create for list", values.get(0).getEntityName(), () -> {
            store.insertBatch(values);
            return null;
        });
    }

    @Override
    public int store(GenericValue value) throws GenericEntityException {
        return withRules("store", value, () -> {
            int rows = store.store(value);
            if (rows == 0) {
                throw new GenericEntityNotFoundException("Tried to update an entity that does not exist, entity: " + value);
            }
            return rows;
        });
    }

    @Override
    public int storeAll(List<GenericValue> values) throws GenericEntityException {
        return values == null || values.isEmpty() ? 0 : transact("storeAll", "list", () -> {
            int changed = 0;
            for (GenericValue value : values) {
                changed += storeOne(value);
            }
            return changed;
        });
    }

    private int storeOne(GenericValue value) throws GenericEntityException {
        GenericValue existing = findOne(value.getEntityName(), value.getPrimaryKey(), false);
        if (existing == null) {
            create(value);
            return 1;
        }
        Map<String, Object> changes = value.getAllFields();
        changes.entrySet().removeIf(each -> java.util.Objects.equals(each.getValue(), existing.get(each.getKey())));
        if (changes.isEmpty()) {
            return 0;
        }
        changes.putAll(value.getPrimaryKey());
        return store(makeValue(value.getEntityName(), changes));
    }

    @Override
    public int storeByCondition(String entityName, Map<String, ? extends Object> fieldsToSet, EntityCondition condition)
            throws GenericEntityException {
        return transact("storeByCondition", entityName, () -> store.storeByCondition(entity(entityName), fieldsToSet, condition));
    }

    @Override
    public int removeValue(GenericValue value) throws GenericEntityException {
        return withRules("remove", value, () -> store.removeByCondition(value.getModelEntity(), EntityCondition.makeCondition(value.getPrimaryKey())));
    }

    @Override
    public int removeAll(List<? extends GenericEntity> dummyPKs) throws GenericEntityException {
        return transact("removeAll", "list", () -> {
            int removed = 0;
            for (GenericEntity each : dummyPKs) {
                removed += each.containsPrimaryKey() ? removeValue(makeValue(each.getEntityName(), each.getAllFields()))
                        : removeByAnd(each.getEntityName(), each.getAllFields());
            }
            return removed;
        });
    }

    @Override
    public int removeByAnd(String entityName, Map<String, ? extends Object> fields) throws GenericEntityException {
        return removeByCondition(entityName, EntityCondition.makeCondition(fields));
    }

    @Override
    public int removeByAnd(String entityName, Object... fields) throws GenericEntityException {
        return removeByAnd(entityName, UtilMisc.<String, Object>toMap(fields));
    }

    /** One by one when there are rules for the entity. */
    @Override
    public int removeByCondition(String entityName, EntityCondition condition) throws GenericEntityException {
        return transact("removeByCondition", entityName, () -> {
            if (rules == null || !rules.concern(entityName)) {
                return store.removeByCondition(entity(entityName), condition);
            }
            int removed = 0;
            for (GenericValue value : findList(entityName, condition, null, null, null, false)) {
                removed += removeValue(value);
            }
            return removed;
        });
    }

    @Override
    public EntityListIterator find(String entityName, EntityCondition whereEntityCondition, EntityCondition havingEntityCondition,
            Set<String> fieldsToSelect, List<String> orderBy, EntityFindOptions findOptions) throws GenericEntityException {
        if (!TransactionUtil.isTransactionInPlace()) {
            Debug.logError("ERROR: Cannot do a find that returns an EntityListIterator with no transaction in place. Wrap this call in a transaction.",
                    MODULE);
        }
        return store.find(this, entity(entityName), whereEntityCondition, havingEntityCondition, fieldsToSelect, orderBy,
                findOptions == null ? new EntityFindOptions() : findOptions);
    }

    @Override
    public List<GenericValue> findAll(String entityName, boolean useCache) throws GenericEntityException {
        return findList(entityName, null, null, null, null, useCache);
    }

    @Override
    public List<GenericValue> findByAnd(String entityName, Map<String, ? extends Object> fields, List<String> orderBy, boolean useCache)
            throws GenericEntityException {
        return findList(entityName, fields == null ? null : EntityCondition.makeCondition(fields), null, orderBy, null, useCache);
    }

    @Override
    public List<GenericValue> findList(String entityName, EntityCondition entityCondition, Set<String> fieldsToSelect, List<String> orderBy,
            EntityFindOptions findOptions, boolean useCache) throws GenericEntityException {
        return findList(entityName, entityCondition, null, fieldsToSelect, orderBy, findOptions, useCache);
    }

    /** There is no cache; but what would come from one cannot be changed, as in OFBiz. */
    @Override
    public List<GenericValue> findList(String entityName, EntityCondition entityCondition, EntityCondition havingEntityCondition,
            Set<String> fieldsToSelect, List<String> orderBy, EntityFindOptions findOptions, boolean useCache) throws GenericEntityException {
        return transact("findByCondition", entityName, () -> {
            try (EntityListIterator rows = find(entityName, entityCondition, havingEntityCondition, fieldsToSelect, orderBy, findOptions)) {
                List<GenericValue> list = rows.getCompleteList();
                if (useCache) {
                    list.forEach(GenericValue::setImmutable);
                }
                return useCache ? Collections.unmodifiableList(list) : list;
            }
        });
    }

    @Override
    public GenericValue findOne(String entityName, boolean useCache, Object... fields) throws GenericEntityException {
        return findOne(entityName, UtilMisc.<String, Object>toMap(fields), useCache);
    }

    @Override
    public GenericValue findOne(String entityName, Map<String, ? extends Object> fields, boolean useCache) throws GenericEntityException {
        GenericPK key = makePK(entityName, fields);
        if (!key.containsPrimaryKey()) {
            throw new GenericModelException("[GenericDelegator.findOne] Passed primary key is not a valid primary key: " + key);
        }
        List<GenericValue> found = findList(entityName, EntityCondition.makeCondition(key), null, null, null, useCache);
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public long findCountByCondition(String entityName, EntityCondition whereEntityCondition, EntityCondition havingEntityCondition,
            EntityFindOptions findOptions) throws GenericEntityException {
        return findCountByCondition(entityName, whereEntityCondition, null, havingEntityCondition, findOptions);
    }

    @Override
    public long findCountByCondition(String entityName, EntityCondition whereEntityCondition, Set<String> fieldsToSelect,
            EntityCondition havingEntityCondition, EntityFindOptions findOptions) throws GenericEntityException {
        return transact("findListIteratorByCondition", entityName, () -> store.count(entity(entityName), whereEntityCondition, havingEntityCondition,
                fieldsToSelect, findOptions != null && findOptions.getDistinct()));
    }

    @Override
    public List<GenericValue> getRelated(String relationName, Map<String, ? extends Object> byAndFields, List<String> orderBy, GenericValue value,
            boolean useCache) throws GenericEntityException {
        ModelRelation relation = relation(relationName, value);
        Map<String, Object> fields = byAndFields == null ? new HashMap<>() : new HashMap<>(byAndFields);
        for (ModelKeyMap key : relation.getKeyMaps()) {
            fields.put(key.getRelFieldName(), value.get(key.getFieldName()));
        }
        return findByAnd(relation.getRelEntityName(), fields, orderBy, useCache);
    }

    @Override
    public GenericValue getRelatedOne(String relationName, GenericValue value, boolean useCache) throws GenericEntityException {
        if (!relation(relationName, value).getType().startsWith("one")) {
            throw new GenericModelException("Relation is not a 'one' or a 'one-nofk' relation: " + relationName + " of entity "
                    + value.getEntityName());
        }
        List<GenericValue> related = getRelated(relationName, null, null, value, useCache);
        return related.isEmpty() ? null : related.get(0);
    }

    private static ModelRelation relation(String relationName, GenericValue value) throws GenericModelException {
        ModelRelation relation = value.getModelEntity().getRelation(relationName);
        if (relation == null) {
            throw new GenericModelException("Could not find relation for relationName: " + relationName + " for value " + value);
        }
        return relation;
    }

    @Override
    public void refresh(GenericValue value) throws GenericEntityException {
        value.refreshFromValue(findOne(value.getEntityName(), value.getPrimaryKey(), false));
    }

    @Override
    public String getNextSeqId(String seqName) {
        return String.valueOf(getNextSeqIdLong(seqName));
    }

    @Override
    public Long getNextSeqIdLong(String seqName) {
        ModelEntity entity = model.getModelEntity(seqName);
        try {
            return sequences.next(seqName, entity == null ? 10 : entity.getSequenceBankSize());
        } catch (SQLException e) {
            throw new IllegalArgumentException("Could not get next sequenced value for " + seqName, e);
        }
    }

    /** One more than the greatest among the rows that share the rest of the key. */
    @Override
    public void setNextSubSeqId(GenericValue value, String seqFieldName, int numericPadding, int incrementBy) {
        Map<String, Object> others = new HashMap<>(value.getPrimaryKey());
        others.remove(seqFieldName);
        try {
            long highest = 0;
            for (GenericValue each : findByAnd(value.getEntityName(), others, null, false)) {
                String text = each.getString(seqFieldName);
                highest = text.matches("[0-9]+") ? Math.max(highest, Long.parseLong(text)) : highest;
            }
            value.set(seqFieldName, String.format("%0" + numericPadding + "d", highest == 0 ? 1 : highest + incrementBy));
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Error making next seqId", e);
        }
    }

    @Override
    public String getDelegatorName() {
        return "default";
    }

    @Override
    public String getDelegatorBaseName() {
        return "default";
    }

    @Override
    public String getDelegatorTenantId() {
        return null;
    }

    @Override
    public ModelFieldType getEntityFieldType(ModelEntity entity, String type) throws GenericEntityException {
        return ModelFieldType.of(type);
    }

    @Override
    public ModelEntity getModelEntity(String entityName) {
        return model.getModelEntity(entityName);
    }

    @Override
    public ModelReader getModelReader() {
        return model;
    }

    @Override
    public GenericPK makePK(String entityName, Map<String, ? extends Object> fields) {
        return GenericPK.create(this, entity(entityName), fields);
    }

    @Override
    public GenericPK makePK(String entityName, Object... fields) {
        return makePK(entityName, UtilMisc.<String, Object>toMap(fields));
    }

    @Override
    public GenericValue makeValidValue(String entityName, Map<String, ? extends Object> fields) {
        GenericValue value = makeValue(entityName);
        value.setAllFields(fields, true, null, null);
        return value;
    }

    @Override
    public GenericValue makeValidValue(String entityName, Object... fields) {
        return makeValidValue(entityName, UtilMisc.<String, Object>toMap(fields));
    }

    @Override
    public GenericValue makeValue(String entityName) {
        return GenericValue.create(this, entity(entityName), null);
    }

    @Override
    public GenericValue makeValue(String entityName, Map<String, ? extends Object> fields) {
        return GenericValue.create(this, entity(entityName), fields);
    }

    @Override
    public GenericValue makeValue(String entityName, Object... fields) {
        return makeValue(entityName, UtilMisc.<String, Object>toMap(fields));
    }

    @Override
    public void clearAllCaches() {
        Debug.logVerbose("The testbed has no caches", MODULE);
    }

    /** An operation inside a transaction. */
    private interface Work<T> {
        T run() throws GenericEntityException;
    }
}
