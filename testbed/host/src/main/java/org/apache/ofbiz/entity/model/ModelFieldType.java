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

import java.util.LinkedHashMap;
import java.util.Map;

/** OFBiz's field types with the column types of its PostgreSQL mapping, all of which H2 knows as well. */
public final class ModelFieldType {

    private static final Map<String, ModelFieldType> TYPES = new LinkedHashMap<>();

    static {
        add("byte-array", "BYTEA", "byte[]");
        add("date-time", "TIMESTAMP WITH TIME ZONE", "java.sql.Timestamp");
        add("date", "DATE", "java.sql.Date");
        add("time", "TIME", "java.sql.Time");
        add("currency-amount", "NUMERIC(18,2)", "java.math.BigDecimal");
        add("currency-precise", "NUMERIC(18,3)", "java.math.BigDecimal");
        add("fixed-point", "NUMERIC(18,6)", "java.math.BigDecimal");
        add("floating-point", "DOUBLE PRECISION", "Double");
        add("integer", "INTEGER", "Integer");
        add("numeric", "NUMERIC(20,0)", "Long");
        add("id", "VARCHAR(20)", "String");
        add("id-long", "VARCHAR(60)", "String");
        add("id-vlong", "VARCHAR(255)", "String");
        add("indicator", "CHAR(1)", "String");
        add("very-short", "VARCHAR(10)", "String");
        add("short-varchar", "VARCHAR(60)", "String");
        add("long-varchar", "VARCHAR(255)", "String");
        add("very-long", "TEXT", "String");
        add("comment", "VARCHAR(255)", "String");
        add("description", "VARCHAR(255)", "String");
        add("name", "VARCHAR(100)", "String");
        add("value", "VARCHAR(255)", "String");
        add("credit-card-number", "VARCHAR(255)", "String");
        add("credit-card-date", "VARCHAR(7)", "String");
        add("email", "VARCHAR(320)", "String");
        add("url", "VARCHAR(2000)", "String");
        add("tel-number", "VARCHAR(60)", "String");
    }

    private final String type;
    private final String sqlType;
    private final String javaType;

    private ModelFieldType(String type, String sqlType, String javaType) {
        this.type = type;
        this.sqlType = sqlType;
        this.javaType = javaType;
    }

    private static void add(String type, String sqlType, String javaType) {
        TYPES.put(type, new ModelFieldType(type, sqlType, javaType));
    }

    /** @throws IllegalArgumentException for a type that OFBiz or the testbed does not know */
    public static ModelFieldType of(String type) {
        ModelFieldType known = TYPES.get(type);
        if (known == null) {
            throw new IllegalArgumentException("Field type " + type + " not found; known are " + TYPES.keySet());
        }
        return known;
    }

    public String getType() {
        return type;
    }

    public String getSqlType() {
        return sqlType;
    }

    public String getJavaType() {
        return javaType;
    }
}
