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
package org.apache.ofbiz.entity.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity: its table, fields, key, relations and indexes. */
public class ModelEntity {

    public static final String STAMP_FIELD = "lastUpdatedStamp";
    public static final String STAMP_TX_FIELD = "lastUpdatedTxStamp";
    public static final String CREATE_STAMP_FIELD = "createdStamp";
    public static final String CREATE_STAMP_TX_FIELD = "createdTxStamp";

    private final String entityName;
    private final String tableName;
    private final String defaultResourceName;
    private final int sequenceBankSize;
    private final Map<String, ModelField> fields = new LinkedHashMap<>();
    private final List<String> pkFieldNames = new ArrayList<>();
    private final Map<String, ModelRelation> relations = new LinkedHashMap<>();
    private final List<ModelIndex> indexes = new ArrayList<>();

    protected ModelEntity(String entityName, String tableName, String defaultResourceName, int sequenceBankSize) {
        this.entityName = entityName;
        this.tableName = tableName;
        this.defaultResourceName = defaultResourceName == null ? "" : defaultResourceName;
        this.sequenceBankSize = sequenceBankSize;
    }

    /** fieldName to FIELD_NAME, as OFBiz names tables and columns. */
    public static String dbName(String javaName) {
        return javaName.replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    }

    /** The key comes first, as its fields are named. */
    final void addField(ModelField field) {
        if (fields.put(field.getName(), field) != null) {
            throw new IllegalStateException("Entity " + entityName + " has the field " + field.getName() + " twice");
        }
        if (field.getIsPk()) {
            pkFieldNames.add(field.getName());
        }
    }

    final void addRelation(ModelRelation relation) {
        relations.put(relation.getCombinedName(), relation);
    }

    final void addIndex(ModelIndex index) {
        indexes.add(index);
    }

    public final String getEntityName() {
        return entityName;
    }

    public final String getTableName() {
        return tableName;
    }

    /** With the schema where the data source has one; the testbed's has none. */
    public final String getTableName(String helperName) {
        return tableName;
    }

    public final String getDefaultResourceName() {
        return defaultResourceName;
    }

    public final int getSequenceBankSize() {
        return sequenceBankSize;
    }

    public final ModelField getField(String fieldName) {
        return fields.get(fieldName);
    }

    public final boolean isField(String fieldName) {
        return fields.containsKey(fieldName);
    }

    public final List<String> getPkFieldNames() {
        return Collections.unmodifiableList(pkFieldNames);
    }

    public final List<String> getAllFieldNames() {
        return List.copyOf(fields.keySet());
    }

    public final Collection<ModelField> getFieldsUnmodifiable() {
        return Collections.unmodifiableCollection(fields.values());
    }

    public final String fieldNameString() {
        return String.join(", ", fields.keySet());
    }

    public final ModelRelation getRelation(String relationName) {
        return relations.get(relationName);
    }

    public final Collection<ModelRelation> getRelations() {
        return relations.values();
    }

    public final List<ModelIndex> getIndexes() {
        return indexes;
    }

    /** What follows FROM. */
    public String fromSql() {
        return tableName;
    }
}
