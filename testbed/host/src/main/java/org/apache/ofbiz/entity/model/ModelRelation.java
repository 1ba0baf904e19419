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

import java.util.List;

/** A relation of an entity to another: one (with a foreign key), one-nofk or many. */
public final class ModelRelation {

    private final String type;
    private final String title;
    private final String relEntityName;
    private final String fkName;
    private final List<ModelKeyMap> keyMaps;

    ModelRelation(String type, String title, String relEntityName, String fkName, List<ModelKeyMap> keyMaps) {
        this.type = type;
        this.title = title == null ? "" : title;
        this.relEntityName = relEntityName;
        this.fkName = fkName;
        this.keyMaps = keyMaps;
    }

    public String getType() {
        return type;
    }

    public String getCombinedName() {
        return title + relEntityName;
    }

    public String getRelEntityName() {
        return relEntityName;
    }

    public String getFkName() {
        return fkName;
    }

    public List<ModelKeyMap> getKeyMaps() {
        return keyMaps;
    }
}
