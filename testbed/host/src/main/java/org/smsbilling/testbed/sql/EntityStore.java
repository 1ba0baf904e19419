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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntity;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.apache.ofbiz.entity.model.ModelFieldType;
import org.apache.ofbiz.entity.model.ModelViewEntity;
import org.apache.ofbiz.entity.transaction.LocalTransaction;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.entity.util.EntityFindOptions;

/** Rows in the database, by the connection of the thread's transaction. */
public final class EntityStore {

    private static final int BATCH = 1000;

    private final DataSource source;
    private final FieldCipher cipher;

    public EntityStore(DataSource source, FieldCipher cipher) {
        this.source = source;
        this.cipher = cipher;
    }

    /** Stamps the row and inserts all its fields. */
    public void insert(GenericEntity value) throws GenericEntityException {
        stamp(value, ModelEntity.STAMP_FIELD, UtilDateTime.nowTimestamp());
        stamp(value, ModelEntity.CREATE_STAMP_FIELD, UtilDateTime.nowTimestamp());
        stamp(value, ModelEntity.STAMP_TX_FIELD, TransactionUtil.getTransactionStartStamp());
        stamp(value, ModelEntity.CREATE_STAMP_TX_FIELD, TransactionUtil.getTransactionStartStamp());
        update(insertSql(value));
        value.synchronizedWithDatasource();
    }

    private SqlText insertSql(GenericEntity value) throws GenericEntityException {
        ModelEntity model = table(value.getModelEntity());
        SqlText sql = new SqlText().add("INSERT INTO " + model.getTableName() + " (");
        String before = "";
        for (ModelField field : model.getFieldsUnmodifiable()) {
            sql.add(before + field.getColName());
            before = ", ";
        }
        before = ") VALUES (";
        for (ModelField field : model.getFieldsUnmodifiable()) {
            sql.add(before).value(field, write(model, field, value.get(field.getName())));
            before = ", ";
        }
        return sql.add(")");
    }

    private List<Object> insertValues(ModelEntity model, GenericEntity value) throws GenericEntityException {
        List<Object> values = new ArrayList<>();
        for (ModelField field : model.getFieldsUnmodifiable()) {
            values.add(SqlText.checked(field, write(model, field, value.get(field.getName()))));
        }
        return values;
    }

    /** Without stamps, as OFBiz's batches are. All values are of one entity. */
    public void insertBatch(List<GenericValue> values) throws GenericEntityException {
        String text = insertSql(values.get(0)).toString();
        ModelEntity model = values.get(0).getModelEntity();
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                int waiting = 0;
                for (GenericValue value : values) {
                    bind(statement, insertValues(model, value));
                    statement.addBatch();
                    waiting = (waiting + 1) % BATCH;
                    if (waiting == 0) {
                        statement.executeBatch();
                    }
                }
                return statement.executeBatch().length;
            }
        }, text);
    }

    /** Updates the fields that the value holds. @return rows, 0 or 1 */
    public int store(GenericEntity value) throws GenericEntityException {
        ModelEntity model = table(value.getModelEntity());
        stamp(value, ModelEntity.STAMP_FIELD, UtilDateTime.nowTimestamp());
        stamp(value, ModelEntity.STAMP_TX_FIELD, TransactionUtil.getTransactionStartStamp());
        Map<String, Object> fields = value.getAllFields();
        fields.keySet().removeAll(model.getPkFieldNames());
        int rows = storeByCondition(model, fields, EntityCondition.makeCondition(value.getPrimaryKey()));
        value.synchronizedWithDatasource();
        return rows;
    }

    public int storeByCondition(ModelEntity model, Map<String, ? extends Object> fields, EntityCondition condition) throws GenericEntityException {
        SqlText sql = new SqlText().add("UPDATE " + table(model).getTableName());
        String before = " SET ";
        for (Map.Entry<String, ? extends Object> each : fields.entrySet()) {
            ModelField field = SqlText.field(model, each.getKey());
            sql.add(before + field.getColName() + " = ").value(field, write(model, field, each.getValue()));
            before = ", ";
        }
        return update(where(sql, condition, model));
    }

    public int removeByCondition(ModelEntity model, EntityCondition condition) throws GenericEntityException {
        return update(where(new SqlText().add("DELETE FROM " + table(model).getTableName()), condition, model));
    }

    public long count(ModelEntity model, EntityCondition where, Set<String> fields, boolean distinct) throws GenericEntityException {
        boolean plain = !distinct && !(model instanceof ModelViewEntity && ((ModelViewEntity) model).isGrouped());
        SqlText sql = new SqlText();
        if (plain) {
            where(sql.add("SELECT COUNT(1) FROM " + model.fromSql()), where, model);
        } else {
            select(sql.add("SELECT COUNT(1) FROM ("), model, where, selected(model, fields), null, distinct);
            sql.add(") COUNTED");
        }
        return query(sql, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    public List<GenericValue> find(Delegator delegator, ModelEntity model, EntityCondition where, Set<String> fieldNames, List<String> orderBy,
            EntityFindOptions options) throws GenericEntityException {
        List<ModelField> fields = selected(model, fieldNames);
        SqlText sql = select(new SqlText(), model, where, fields, orderBy, options.getDistinct());
        sql.add(options.getMaxRows() > 0 ? " LIMIT " + options.getMaxRows() : "");
        return query(sql, rows -> {
            List<GenericValue> list = new ArrayList<>();
            while (rows.next()) {
                GenericValue value = GenericValue.create(delegator, model, null);
                for (int i = 0; i < fields.size(); i++) {
                    value.load(fields.get(i).getName(), read(rows, i + 1, fields.get(i), model));
                }
                value.synchronizedWithDatasource();
                list.add(value);
            }
            return list;
        });
    }

    private <T> T query(SqlText sql, Reading<T> reading) throws GenericEntityException {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
                bind(statement, sql.parameters());
                try (ResultSet rows = statement.executeQuery()) {
                    return reading.of(rows);
                }
            }
        }, sql.toString());
    }

    private static List<ModelField> selected(ModelEntity model, Set<String> names) {
        return UtilValidate.isEmpty(names) ? List.copyOf(model.getFieldsUnmodifiable())
                : names.stream().map(name -> SqlText.field(model, name)).toList();
    }

    private static SqlText select(SqlText sql, ModelEntity model, EntityCondition where, List<ModelField> fields, List<String> orderBy,
            boolean distinct) {
        String before = distinct ? "SELECT DISTINCT " : "SELECT ";
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            ModelField field = fields.get(i);
            sql.add(before + field.getColName() + (model instanceof ModelViewEntity ? " AS C" + i : ""));
            before = ", ";
            if (model instanceof ModelViewEntity && ((ModelViewEntity) model).isGroupBy(field.getName())) {
                groups.add(field.getColName());
            }
        }
        where(sql.add(" FROM " + model.fromSql()), where, model);
        sql.add(groups.isEmpty() ? "" : " GROUP BY " + String.join(", ", groups));
        before = " ORDER BY ";
        for (String each : orderBy == null ? List.<String>of() : orderBy) {
            sql.add(before + order(model, each));
            before = ", ";
        }
        return sql;
    }

    /** "-name" and "name DESC" descend; nulls come first as OFBiz leaves it to the database, made the same for all here. */
    private static String order(ModelEntity model, String text) {
        String trimmed = text.trim();
        boolean descending = trimmed.startsWith("-") || trimmed.toUpperCase(java.util.Locale.ROOT).endsWith(" DESC");
        String name = trimmed.replaceFirst("^[-+]", "").split(" ")[0];
        return SqlText.field(model, name).getColName() + (descending ? " DESC NULLS FIRST" : " ASC NULLS LAST");
    }

    private static SqlText where(SqlText sql, EntityCondition condition, ModelEntity model) {
        if (condition != null && !condition.isEmpty()) {
            condition.addSql(sql.add(" WHERE "), model);
        }
        return sql;
    }

    private static ModelEntity table(ModelEntity model) throws GenericEntityException {
        if (model instanceof ModelViewEntity) {
            throw new GenericEntityException("Operation not supported on the view entity " + model.getEntityName());
        }
        return model;
    }

    private static void stamp(GenericEntity value, String field, Timestamp moment) {
        if (value.getModelEntity().isField(field)) {
            value.set(field, moment);
        }
    }

    private Object write(ModelEntity model, ModelField field, Object value) throws GenericEntityException {
        return value != null && field.getEncrypt() ? cipher.encrypt(model.getEntityName(), value.toString()) : value;
    }

    private Object read(ResultSet rows, int column, ModelField field, ModelEntity model) throws SQLException {
        switch (ModelFieldType.of(field.getType()).getJavaType()) {
        case "String":
            String text = rows.getString(column);
            return text != null && field.getEncrypt() ? cipher.decrypt(model.getEntityName(), text) : text;
        case "java.sql.Timestamp":
            return rows.getTimestamp(column);
        case "java.sql.Date":
            return rows.getDate(column);
        case "java.sql.Time":
            return rows.getTime(column);
        case "java.math.BigDecimal":
            return rows.getBigDecimal(column);
        case "byte[]":
            return rows.getBytes(column);
        case "Long":
            return rows.getObject(column) == null ? null : (Object) rows.getLong(column);
        case "Integer":
            return rows.getObject(column) == null ? null : (Object) rows.getInt(column);
        default:
            return rows.getObject(column) == null ? null : (Object) rows.getDouble(column);
        }
    }

    private int update(SqlText sql) throws GenericEntityException {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
                bind(statement, sql.parameters());
                return statement.executeUpdate();
            }
        }, sql.toString());
    }

    private static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    Connection connection(LocalTransaction transaction) throws SQLException {
        return transaction.connection(source);
    }

    private <T> T run(Work<T> work, String sql) throws GenericEntityException {
        LocalTransaction transaction = TransactionUtil.current();
        try {
            if (transaction != null) {
                return work.on(transaction.connection(source));
            }
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            }
        } catch (SQLException e) {
            throw new GenericEntityException("SQL Exception while executing the following: " + sql, e);
        }
    }

    /** What is made of a result. */
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /** Statements on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException, GenericEntityException;
    }
}
