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
package org.apache.ofbiz.entity.util;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.base.util.UtilGenerics;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericPK;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;

/** A query, written as a chain of calls. */
public final class EntityQuery {

    private final Delegator delegator;
    private final EntityFindOptions options = new EntityFindOptions();
    private String entityName;
    private EntityCondition where;
    private Map<String, Object> fieldMap;
    private Set<String> fieldsToSelect;
    private List<String> orderBy;
    private boolean useCache;
    private boolean filterByDate;
    private Timestamp moment;
    private List<String> dateFields = List.of("fromDate", "thruDate");

    public EntityQuery(Delegator delegator) {
        this.delegator = delegator;
    }

    public static EntityQuery use(Delegator delegator) {
        return new EntityQuery(delegator);
    }

    public EntityQuery from(String name) {
        this.entityName = name;
        return this;
    }

    public EntityQuery select(Set<String> fields) {
        this.fieldsToSelect = fields;
        return this;
    }

    public EntityQuery select(String... fields) {
        return select(new LinkedHashSet<>(Arrays.asList(fields)));
    }

    public EntityQuery where(EntityCondition entityCondition) {
        this.where = entityCondition;
        return this;
    }

    public EntityQuery where(EntityCondition... entityCondition) {
        return where(Arrays.asList(entityCondition));
    }

    public <T extends EntityCondition> EntityQuery where(List<T> andConditions) {
        this.where = EntityCondition.makeCondition(andConditions);
        return this;
    }

    public EntityQuery where(Map<String, Object> fields) {
        this.fieldMap = fields;
        return this;
    }

    public EntityQuery where(Object... fields) {
        return where(UtilMisc.<String, Object>toMap(fields));
    }

    public EntityQuery orderBy(List<String> fields) {
        this.orderBy = fields;
        return this;
    }

    public EntityQuery orderBy(String... fields) {
        return orderBy(Arrays.asList(fields));
    }

    public EntityQuery maxRows(int maxRows) {
        options.setMaxRows(maxRows);
        return this;
    }

    public EntityQuery distinct() {
        return distinct(true);
    }

    public EntityQuery distinct(boolean distinct) {
        options.setDistinct(distinct);
        return this;
    }

    public EntityQuery cache() {
        return cache(true);
    }

    public EntityQuery cache(boolean cache) {
        this.useCache = cache;
        return this;
    }

    public EntityQuery filterByDate() {
        return filterByDate((Timestamp) null);
    }

    public EntityQuery filterByDate(Timestamp at) {
        this.filterByDate = true;
        this.moment = at;
        return this;
    }

    public EntityQuery filterByDate(Date at) {
        return filterByDate(at == null ? null : new Timestamp(at.getTime()));
    }

    public EntityQuery filterByDate(String... filterByFieldName) {
        return filterByDate(null, filterByFieldName);
    }

    /** @param filterByFieldName pairs of a from and a thru field, all of which must hold */
    public EntityQuery filterByDate(Timestamp at, String... filterByFieldName) {
        if (filterByFieldName.length % 2 == 1) {
            throw new IllegalArgumentException("You must pass an even sized array to this method, each pair should represent a from date field "
                    + "name and a thru date field name");
        }
        this.dateFields = Arrays.asList(filterByFieldName);
        return filterByDate(at);
    }

    public List<GenericValue> queryList() throws GenericEntityException {
        return delegator.findList(entityName, condition(false), fieldsToSelect, orderBy, options, useCache);
    }

    public GenericValue queryFirst() throws GenericEntityException {
        options.setMaxRows(1);
        return EntityUtil.getFirst(queryList());
    }

    /** By primary key: other fields of where(map) do not count. @throws IllegalArgumentException when there are several */
    public GenericValue queryOne() throws GenericEntityException {
        return EntityUtil.getOnly(delegator.findList(entityName, condition(true), fieldsToSelect, orderBy, options, useCache));
    }

    public long queryCount() throws GenericEntityException {
        return delegator.findCountByCondition(entityName, condition(false), fieldsToSelect, null, options);
    }

    /** The values of one field without nulls, each once when the query is distinct. */
    public <T> List<T> getFieldList(String fieldName) throws GenericEntityException {
        select(fieldName);
        cache(false);
        Collection<T> values = options.getDistinct() ? new LinkedHashSet<>() : new ArrayList<>();
        for (GenericValue value : queryList()) {
            if (value.get(fieldName) != null) {
                values.add(UtilGenerics.<T>cast(value.get(fieldName)));
            }
        }
        return new ArrayList<>(values);
    }

    private EntityCondition condition(boolean keyOnly) {
        List<EntityCondition> all = new ArrayList<>();
        if (where != null) {
            all.add(where);
        } else if (fieldMap != null) {
            all.add(EntityCondition.makeCondition(keyOnly ? key() : fieldMap));
        }
        for (int i = 0; filterByDate && i < dateFields.size(); i += 2) {
            Timestamp at = moment == null ? UtilDateTime.nowTimestamp() : moment;
            all.add(EntityUtil.getFilterByDateExpr(at, dateFields.get(i), dateFields.get(i + 1)));
        }
        return all.isEmpty() ? null : EntityCondition.makeCondition(all);
    }

    private Map<String, Object> key() {
        Map<String, Object> source = fieldMap.get("parameters") instanceof Map ? UtilGenerics.cast(fieldMap.get("parameters")) : Map.of();
        Map<String, Object> all = new HashMap<>(source);
        all.putAll(fieldMap);
        return GenericPK.create(delegator, delegator.getModelEntity(entityName), all).getAllFields();
    }
}
