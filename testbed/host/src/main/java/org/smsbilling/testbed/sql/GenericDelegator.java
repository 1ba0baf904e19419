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

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntity;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericEntityNotFoundException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelReader;
import org.apache.ofbiz.entity.transaction.LocalTransaction;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.entity.util.EntityFindOptions;

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

    /** @return the rules that run now, or null */
    public EntityRules rules() {
        return rules;
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
        return makeValue(entityName).getModelEntity();
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
    public void createAllByBatchProcess(List<GenericValue> values) throws GenericEntityException {
        if (values == null || values.stream().map(GenericValue::getEntityName).distinct().count() != 1) {
            throw new GenericEntityException("createAllByBatchProcess commits between entities: pass values of one entity, and at least one");
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
        return transact("storeAll", "list", () -> {
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
        changes.entrySet().removeIf(each -> Objects.equals(each.getValue(), existing.get(each.getKey())));
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
        EntityCondition key = EntityCondition.makeCondition(value.getPrimaryKey());
        return withRules("remove", value, () -> store.removeByCondition(value.getModelEntity(), key));
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

    /** There is no cache; but what would come from one cannot be changed, as in OFBiz. */
    @Override
    public List<GenericValue> findList(String entityName, EntityCondition entityCondition, Set<String> fieldsToSelect, List<String> orderBy,
            EntityFindOptions findOptions, boolean useCache) throws GenericEntityException {
        EntityFindOptions options = findOptions == null ? new EntityFindOptions() : findOptions;
        return transact("find", entityName, () -> {
            List<GenericValue> list = store.find(this, entity(entityName), entityCondition, fieldsToSelect, orderBy, options);
            if (useCache) {
                list.forEach(GenericValue::setImmutable);
            }
            return useCache ? Collections.unmodifiableList(list) : list;
        });
    }

    @Override
    public long findCountByCondition(String entityName, EntityCondition whereEntityCondition, Set<String> fieldsToSelect,
            EntityCondition havingEntityCondition, EntityFindOptions findOptions) throws GenericEntityException {
        if (havingEntityCondition != null) {
            throw new IllegalArgumentException("The testbed does not know having");
        }
        boolean distinct = findOptions != null && findOptions.getDistinct();
        return transact("count", entityName, () -> store.count(entity(entityName), whereEntityCondition, fieldsToSelect, distinct));
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

    /** @return the connection that the statements of the thread's transaction use */
    public Connection connection() throws GenericEntityException, SQLException {
        LocalTransaction transaction = TransactionUtil.current();
        if (transaction == null) {
            throw new GenericEntityException("The testbed knows statements of one's own only inside a transaction");
        }
        return store.connection(transaction);
    }

    @Override
    public String getDelegatorName() {
        return "default";
    }

    @Override
    public ModelReader getModelReader() {
        return model;
    }

    /** An operation inside a transaction. */
    private interface Work<T> {
        T run() throws GenericEntityException;
    }
}
