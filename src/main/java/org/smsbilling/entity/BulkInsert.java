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
import java.util.List;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.jdbc.SQLProcessor;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;

/**
 * Adds many rows of an entity: what OFBiz's createAllByBatchProcess does, with only those columns in the statement that any of the rows fills. Most
 * of ours are filled later or never, and each costs as much as one that has a value. Fires no ECA, sets no stamps; runs in the caller's transaction.
 */
public final class BulkInsert {

    private BulkInsert() { }

    /** @param rows all of one entity, or none; nothing in encrypted fields */
    public static void run(Delegator delegator, List<GenericValue> rows) throws GenericEntityException {
        if (rows.isEmpty()) {
            return;
        }
        ModelEntity entity = rows.get(0).getModelEntity();
        String name = entity.getEntityName();
        List<ModelField> fields = entity.getFieldsUnmodifiable().stream().filter(field -> rows.stream().anyMatch(row -> row.get(field.getName())
                != null)).collect(Collectors.toList());
        String sql = "INSERT INTO " + entity.getTableName(delegator.getEntityHelperName(name)) + fields.stream().map(ModelField::getColName)
                .collect(Collectors.joining(", ", " (", ")")) + fields.stream().map(any -> "?").collect(Collectors.joining(", ", " VALUES (", ")"));
        try (SQLProcessor processor = new SQLProcessor(delegator, delegator.getGroupHelperInfo(delegator.getEntityGroupName(name)))) {
            processor.prepareStatement(sql);
            PreparedStatement statement = processor.getPreparedStatement();
            for (GenericValue row : rows) {
                int index = 0;
                for (ModelField field : fields) {
                    FieldBinding.bind(statement, ++index, field, row.get(field.getName()));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new GenericEntityException("Inserting " + rows.size() + " rows of " + name + " failed: " + sql, e);
        }
    }
}
