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
package org.smsbilling.entity;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.jdbc.SQLProcessor;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;

/**
 * Gives many rows of an entity values of their own: one prepared statement, sent as one JDBC batch, instead of a storeByCondition for each row. Like
 * storeByCondition it fires no ECA and tells of each row whether it fulfilled its condition; runs in the caller's transaction.
 */
public final class BulkUpdate {

    private final Delegator delegator;
    private final ModelEntity entity;
    private final List<ModelField> values;
    private final List<ModelField> conditions;

    /** A row to change.
     * @param values what it gets, by field; null empties a field
     * @param condition what it has to hold, by field, key included: texts, and numbers, of which 0 is the same as none; no nulls */
    public record Row(Map<String, ?> values, Map<String, ?> condition) { }

    private BulkUpdate(Delegator delegator, String entityName, Row like) {
        this.delegator = delegator;
        this.entity = delegator.getModelEntity(entityName);
        this.values = like.values().keySet().stream().sorted().map(this::field).collect(Collectors.toList());
        this.conditions = like.condition().keySet().stream().sorted().map(this::field).collect(Collectors.toList());
    }

    /**
     * @param rows all with the same fields; encrypted ones can only be emptied
     * @return of each row in order whether it fulfilled its condition and was changed
     * @throws GenericEntityException also when the database does not tell
     */
    public static List<Boolean> run(Delegator delegator, String entityName, List<Row> rows) throws GenericEntityException {
        return rows.isEmpty() ? List.of() : new BulkUpdate(delegator, entityName, rows.get(0)).run(rows);
    }

    private ModelField field(String name) {
        ModelField field = entity.getField(name);
        if (field == null) {
            throw new IllegalArgumentException(entity.getEntityName() + " has no field " + name);
        }
        return field;
    }

    private List<Boolean> run(List<Row> rows) throws GenericEntityException {
        String name = entity.getEntityName();
        String sql = "UPDATE " + entity.getTableName(delegator.getEntityHelperName(name)) + " SET " + assigned() + " WHERE "
                + conditions.stream().map(field -> condition(field, rows.get(0).condition().get(field.getName())))
                        .collect(Collectors.joining(" AND "));
        try (SQLProcessor processor = new SQLProcessor(delegator, delegator.getGroupHelperInfo(delegator.getEntityGroupName(name)))) {
            processor.prepareStatement(sql);
            PreparedStatement statement = processor.getPreparedStatement();
            for (Row row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return changed(statement.executeBatch());
        } catch (SQLException e) {
            throw new GenericEntityException("Updating " + rows.size() + " rows of " + name + " failed: " + sql, e);
        }
    }

    private String assigned() {
        return values.stream().map(field -> field.getColName() + " = ?").collect(Collectors.joining(", "));
    }

    /**
     * Rows are found by their keys. What else they have to hold is written so that no index is used for it: a database with old statistics takes an
     * index on the state or the lease for the better one, and goes through the whole batch for each of its rows.
     */
    private static String condition(ModelField field, Object value) {
        return field.getIsPk() ? field.getColName() + " = ?"
                : "COALESCE(" + field.getColName() + (value instanceof String ? ", '') = ?" : ", 0) = ?");
    }

    private void bind(PreparedStatement statement, Row row) throws SQLException {
        if (row.values().size() != values.size() || row.condition().size() != conditions.size()) {
            throw new IllegalArgumentException("All rows need the same fields");
        }
        int index = 0;
        for (ModelField field : values) {
            FieldBinding.bind(statement, ++index, field, row.values().get(field.getName()));
        }
        for (ModelField field : conditions) {
            FieldBinding.bind(statement, ++index, field, row.condition().get(field.getName()));
        }
    }

    private List<Boolean> changed(int[] counts) throws GenericEntityException {
        List<Boolean> changed = new ArrayList<>();
        for (int count : counts) {
            if (count == Statement.SUCCESS_NO_INFO) {
                throw new GenericEntityException("The database does not tell which rows of " + entity.getEntityName() + " were updated in a batch");
            }
            changed.add(count > 0);
        }
        return changed;
    }
}
