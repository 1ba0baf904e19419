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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.ofbiz.entity.GenericEntityException;

/** All entities by name. */
public final class ModelReader {

    private final Map<String, ModelEntity> entities = new LinkedHashMap<>();

    void add(ModelEntity entity) {
        if (entities.put(entity.getEntityName(), entity) != null) {
            throw new IllegalStateException("Entity " + entity.getEntityName() + " is defined twice");
        }
    }

    /** @return null when there is no such entity */
    public ModelEntity getModelEntity(String entityName) {
        return entities.get(entityName);
    }

    public Set<String> getEntityNames() throws GenericEntityException {
        return Set.copyOf(entities.keySet());
    }

    public Collection<ModelEntity> all() {
        return entities.values();
    }
}
