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

import org.apache.ofbiz.entity.GenericEntity;
import org.apache.ofbiz.entity.GenericEntityException;

/** What is to be done when rows change: entity ECAs. */
public interface EntityRules {

    /** @return are there rules for the entity at all? */
    boolean concern(String entityName);

    /**
     * Runs the rules of one event.
     *
     * @param event validate, run or return
     * @param operation create, store or remove
     */
    void run(String event, String operation, GenericEntity value) throws GenericEntityException;
}
