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
package org.apache.ofbiz.entity.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericDataSourceException;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.datasource.GenericHelperInfo;
import org.smsbilling.testbed.sql.GenericDelegator;

/** A prepared statement of the caller's own, on the connection of the thread's transaction; without one the testbed does not make any. */
public final class SQLProcessor implements AutoCloseable {

    private final Delegator delegator;
    private PreparedStatement ps;

    public SQLProcessor(Delegator delegator, GenericHelperInfo helperInfo) {
        this.delegator = delegator;
    }

    public Connection getConnection() throws GenericDataSourceException, GenericEntityException {
        try {
            return ((GenericDelegator) delegator).connection();
        } catch (SQLException e) {
            throw new GenericDataSourceException("Unable to establish a connection with the database.", e);
        }
    }

    public void prepareStatement(String sql) throws GenericDataSourceException, GenericEntityException {
        try {
            ps = getConnection().prepareStatement(sql);
        } catch (SQLException e) {
            throw new GenericDataSourceException("SQL Exception while executing the following:" + sql, e);
        }
    }

    public PreparedStatement getPreparedStatement() {
        return ps;
    }

    @Override
    public void close() throws GenericDataSourceException {
        try {
            if (ps != null) {
                ps.close();
            }
        } catch (SQLException e) {
            throw new GenericDataSourceException("The statement could not be closed", e);
        }
    }
}
