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

/** A field of an entity. */
public final class ModelField {

    private final String name;
    private final String type;
    private final String colName;
    private final boolean pk;
    private final boolean notNull;
    private final boolean encrypt;

    /** How a field is encrypted; the testbed has one way. */
    public enum EncryptMethod {
        FALSE,
        TRUE;

        public boolean isEncrypted() {
            return this == TRUE;
        }
    }

    /** @param colName the column, or the SQL expression of a view's field */
    ModelField(String name, String type, String colName, boolean pk, boolean notNull, boolean encrypt) {
        this.name = name;
        this.type = ModelFieldType.of(type).getType();
        this.colName = colName;
        this.pk = pk;
        this.notNull = notNull;
        this.encrypt = encrypt;
    }

    public String getName() {
        return name;
    }

    public String getType() {
        return type;
    }

    public String getColName() {
        return colName;
    }

    public boolean getIsPk() {
        return pk;
    }

    public boolean getIsNotNull() {
        return notNull;
    }

    public boolean getEncrypt() {
        return encrypt;
    }

    public EncryptMethod getEncryptMethod() {
        return encrypt ? EncryptMethod.TRUE : EncryptMethod.FALSE;
    }

    /** Is its Java type String? */
    public boolean isText() {
        return "String".equals(ModelFieldType.of(type).getJavaType());
    }
}
