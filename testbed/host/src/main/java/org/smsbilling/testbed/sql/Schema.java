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
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.apache.ofbiz.entity.model.ModelFieldType;
import org.apache.ofbiz.entity.model.ModelIndex;
import org.apache.ofbiz.entity.model.ModelKeyMap;
import org.apache.ofbiz.entity.model.ModelReader;
import org.apache.ofbiz.entity.model.ModelRelation;
import org.apache.ofbiz.entity.model.ModelViewEntity;

/** Makes the tables that a database lacks, with keys and indexes; as in OFBiz, a table that exists gets no new index. */
public final class Schema {

    private final ModelReader model;
    private final Statement statement;

    private Schema(ModelReader model, Statement statement) {
        this.model = model;
        this.statement = statement;
    }

    /** @return names of the entities whose tables were made */
    public static List<String> create(DataSource source, ModelReader model) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            return new Schema(model, statement).create(existing(connection));
        }
    }

    private static Set<String> existing(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        Set<String> names = new HashSet<>();
        try (ResultSet tables = metaData.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }

    private List<String> create(Set<String> existing) throws SQLException {
        List<ModelEntity> made = new ArrayList<>();
        for (ModelEntity entity : model.all()) {
            if (!(entity instanceof ModelViewEntity) && !existing.contains(entity.getTableName().toUpperCase(Locale.ROOT))) {
                table(entity);
                made.add(entity);
            }
        }
        for (ModelEntity entity : made) {
            for (ModelIndex index : entity.getIndexes()) {
                statement.execute("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + index.name() + " ON " + entity.getTableName()
                        + columns(entity, index.fieldNames()));
            }
            for (ModelRelation relation : entity.getRelations()) {
                if ("one".equals(relation.getType())) {
                    foreignKey(entity, relation);
                }
            }
        }
        return made.stream().map(ModelEntity::getEntityName).toList();
    }

    private void table(ModelEntity entity) throws SQLException {
        StringBuilder sql = new StringBuilder("CREATE TABLE ").append(entity.getTableName()).append(" (");
        for (ModelField field : entity.getFieldsUnmodifiable()) {
            sql.append(field.getColName()).append(' ').append(ModelFieldType.of(field.getType()).getSqlType())
                    .append(field.getIsPk() || field.getIsNotNull() ? " NOT NULL, " : ", ");
        }
        statement.execute(sql + "CONSTRAINT PK_" + entity.getTableName() + " PRIMARY KEY " + columns(entity, entity.getPkFieldNames()) + ")");
    }

    private void foreignKey(ModelEntity entity, ModelRelation relation) throws SQLException {
        ModelEntity related = model.getModelEntity(relation.getRelEntityName());
        String name = relation.getFkName() == null ? "FK_" + Integer.toHexString((entity.getEntityName() + relation.getCombinedName()).hashCode())
                : relation.getFkName();
        List<String> fields = relation.getKeyMaps().stream().map(ModelKeyMap::getFieldName).toList();
        statement.execute("ALTER TABLE " + entity.getTableName() + " ADD CONSTRAINT " + name + " FOREIGN KEY " + columns(entity, fields)
                + " REFERENCES " + related.getTableName()
                + columns(related, relation.getKeyMaps().stream().map(ModelKeyMap::getRelFieldName).toList()));
        statement.execute("CREATE INDEX X" + name + " ON " + entity.getTableName() + columns(entity, fields));
    }

    private static String columns(ModelEntity entity, Collection<String> fields) {
        return fields.stream().map(name -> entity.getField(name).getColName()).collect(Collectors.joining(", ", " (", ")"));
    }
}
