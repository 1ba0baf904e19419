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

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelFieldType;
import org.apache.ofbiz.entity.model.ModelReader;
import org.apache.ofbiz.entity.util.EntityFindOptions;
import org.apache.ofbiz.entity.util.EntityListIterator;

/** OFBiz's access to entities, as far as the component uses it. */
public interface Delegator {

    GenericValue create(GenericValue value) throws GenericEntityException;

    GenericValue create(String entityName, Map<String, ? extends Object> fields) throws GenericEntityException;

    GenericValue create(String entityName, Object... fields) throws GenericEntityException;

    GenericValue createOrStore(GenericValue value) throws GenericEntityException;

    GenericValue createSetNextSeqId(GenericValue value) throws GenericEntityException;

    void createAllByBatchProcess(List<GenericValue> values) throws GenericEntityException;

    EntityListIterator find(String entityName, EntityCondition whereEntityCondition, EntityCondition havingEntityCondition,
            Set<String> fieldsToSelect, List<String> orderBy, EntityFindOptions findOptions) throws GenericEntityException;

    List<GenericValue> findAll(String entityName, boolean useCache) throws GenericEntityException;

    List<GenericValue> findByAnd(String entityName, Map<String, ? extends Object> fields, List<String> orderBy, boolean useCache)
            throws GenericEntityException;

    long findCountByCondition(String entityName, EntityCondition whereEntityCondition, EntityCondition havingEntityCondition,
            EntityFindOptions findOptions) throws GenericEntityException;

    long findCountByCondition(String entityName, EntityCondition whereEntityCondition, Set<String> fieldsToSelect,
            EntityCondition havingEntityCondition, EntityFindOptions findOptions) throws GenericEntityException;

    List<GenericValue> findList(String entityName, EntityCondition entityCondition, Set<String> fieldsToSelect, List<String> orderBy,
            EntityFindOptions findOptions, boolean useCache) throws GenericEntityException;

    List<GenericValue> findList(String entityName, EntityCondition entityCondition, EntityCondition havingEntityCondition,
            Set<String> fieldsToSelect, List<String> orderBy, EntityFindOptions findOptions, boolean useCache) throws GenericEntityException;

    GenericValue findOne(String entityName, boolean useCache, Object... fields) throws GenericEntityException;

    GenericValue findOne(String entityName, Map<String, ? extends Object> fields, boolean useCache) throws GenericEntityException;

    String getDelegatorName();

    String getDelegatorBaseName();

    String getDelegatorTenantId();

    ModelFieldType getEntityFieldType(ModelEntity entity, String type) throws GenericEntityException;

    ModelEntity getModelEntity(String entityName);

    ModelReader getModelReader();

    String getNextSeqId(String seqName);

    Long getNextSeqIdLong(String seqName);

    List<GenericValue> getRelated(String relationName, Map<String, ? extends Object> byAndFields, List<String> orderBy, GenericValue value,
            boolean useCache) throws GenericEntityException;

    GenericValue getRelatedOne(String relationName, GenericValue value, boolean useCache) throws GenericEntityException;

    GenericPK makePK(String entityName, Map<String, ? extends Object> fields);

    GenericPK makePK(String entityName, Object... fields);

    GenericValue makeValidValue(String entityName, Map<String, ? extends Object> fields);

    GenericValue makeValidValue(String entityName, Object... fields);

    GenericValue makeValue(String entityName);

    GenericValue makeValue(String entityName, Map<String, ? extends Object> fields);

    GenericValue makeValue(String entityName, Object... fields);

    void refresh(GenericValue value) throws GenericEntityException;

    int removeAll(List<? extends GenericEntity> dummyPKs) throws GenericEntityException;

    int removeByAnd(String entityName, Map<String, ? extends Object> fields) throws GenericEntityException;

    int removeByAnd(String entityName, Object... fields) throws GenericEntityException;

    int removeByCondition(String entityName, EntityCondition condition) throws GenericEntityException;

    int removeValue(GenericValue value) throws GenericEntityException;

    void setNextSubSeqId(GenericValue value, String seqFieldName, int numericPadding, int incrementBy);

    int store(GenericValue value) throws GenericEntityException;

    int storeAll(List<GenericValue> values) throws GenericEntityException;

    int storeByCondition(String entityName, Map<String, ? extends Object> fieldsToSet, EntityCondition condition) throws GenericEntityException;

    void clearAllCaches();
}
