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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entities joined: an SQL select, never a view of the database. */
public final class ModelViewEntity extends ModelEntity {

    private final Map<String, ModelEntity> members = new HashMap<>();
    private final Set<String> groupBy = new HashSet<>();
    private final StringBuilder from = new StringBuilder();

    ModelViewEntity(String entityName) {
        super(entityName, entityName, null, 0);
    }

    /** The first member opens FROM; others come in by their view-link. */
    void addMember(String alias, ModelEntity entity) {
        if (from.length() == 0) {
            from.append(entity.getTableName()).append(' ').append(alias);
        }
        members.put(alias, entity);
    }

    void addLink(String alias, String relAlias, boolean optional, List<ModelKeyMap> keys) {
        from.append(optional ? " LEFT OUTER JOIN " : " INNER JOIN ").append(member(relAlias).getTableName()).append(' ').append(relAlias)
                .append(" ON ");
        List<String> equalities = new ArrayList<>();
        for (ModelKeyMap key : keys) {
            equalities.add(column(alias, key.getFieldName()) + " = " + column(relAlias, key.getRelFieldName()));
        }
        from.append(String.join(" AND ", equalities));
    }

    /** @param function null, or one of sum, count, count-distinct, min, max, avg, upper, lower */
    void addAlias(String name, String sql, String type, String function, boolean grouped) {
        addField(new ModelField(name, "count".equals(function) || "count-distinct".equals(function) ? "numeric" : type, apply(function, sql), false,
                false, false));
        if (grouped) {
            groupBy.add(name);
        }
    }

    static String apply(String function, String sql) {
        switch (function == null ? "" : function) {
        case "":
            return sql;
        case "count-distinct":
            return "COUNT(DISTINCT " + sql + ")";
        case "sum":
        case "count":
        case "min":
        case "max":
        case "avg":
        case "upper":
        case "lower":
            return function.toUpperCase(java.util.Locale.ROOT) + "(" + sql + ")";
        default:
            throw new IllegalStateException("The testbed does not know the function " + function);
        }
    }

    ModelEntity member(String alias) {
        ModelEntity entity = members.get(alias);
        if (entity == null) {
            throw new IllegalStateException("View " + getEntityName() + " has no member " + alias);
        }
        return entity;
    }

    String column(String alias, String fieldName) {
        return alias + "." + field(alias, fieldName).getColName();
    }

    ModelField field(String alias, String fieldName) {
        ModelField field = member(alias).getField(fieldName);
        if (field == null) {
            throw new IllegalStateException("View " + getEntityName() + ": " + member(alias).getEntityName() + " has no field " + fieldName);
        }
        return field;
    }

    public boolean isGroupBy(String fieldName) {
        return groupBy.contains(fieldName);
    }

    public boolean isGrouped() {
        return !groupBy.isEmpty();
    }

    @Override
    public String fromSql() {
        return from.toString();
    }
}
