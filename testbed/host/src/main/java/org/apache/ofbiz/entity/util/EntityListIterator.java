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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.smsbilling.testbed.sql.EntityStore;

/** Rows of an open query, forward only. Must be closed. next() gives null at the end, as in OFBiz. */
public final class EntityListIterator implements AutoCloseable {

    private final EntityStore store;
    private final Delegator delegator;
    private final ModelEntity model;
    private final List<ModelField> fields;
    private final Connection ownConnection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private int index;

    /** @param ownConnection closed with the iterator; null when the transaction owns it */
    public EntityListIterator(EntityStore store, Delegator delegator, ModelEntity model, List<ModelField> fields, Connection ownConnection,
            PreparedStatement statement) throws SQLException {
        this.store = store;
        this.delegator = delegator;
        this.model = model;
        this.fields = fields;
        this.ownConnection = ownConnection;
        this.statement = statement;
        this.rows = statement.executeQuery();
    }

    public GenericValue next() {
        try {
            if (!rows.next()) {
                return null;
            }
            index++;
            GenericValue value = GenericValue.create(delegator, model, null);
            for (int i = 0; i < fields.size(); i++) {
                value.load(fields.get(i).getName(), store.read(rows, i + 1, fields.get(i), model));
            }
            return value;
        } catch (SQLException e) {
            throw new IllegalStateException("Error getting the next result of " + model.getEntityName(), e);
        }
    }

    public int currentIndex() {
        return index;
    }

    public List<GenericValue> getCompleteList() throws GenericEntityException {
        List<GenericValue> list = new ArrayList<>();
        for (GenericValue value = next(); value != null; value = next()) {
            list.add(value);
        }
        return list;
    }

    /** @param start counts from 1 */
    public List<GenericValue> getPartialList(int start, int number) throws GenericEntityException {
        List<GenericValue> list = new ArrayList<>();
        GenericValue value = next();
        while (value != null && index < start) {
            value = next();
        }
        while (value != null) {
            list.add(value);
            value = list.size() < number ? next() : null;
        }
        return list;
    }

    /** How many rows there are in all; goes to the end. */
    public int getResultsSizeAfterPartialList() throws GenericEntityException {
        try {
            while (rows.next()) {
                index++;
            }
            return index;
        } catch (SQLException e) {
            throw new GenericEntityException("Error counting the results of " + model.getEntityName(), e);
        }
    }

    @Override
    public void close() throws GenericEntityException {
        try (Connection toClose = ownConnection) {
            statement.close();
        } catch (SQLException e) {
            throw new GenericEntityException("Cannot close EntityListIterator", e);
        }
    }
}
