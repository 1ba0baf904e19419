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

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;

/** Properties that the database may hold in place of files. */
public final class EntityUtilProperties {

    private static final String MODULE = EntityUtilProperties.class.getName();

    private EntityUtilProperties() { }

    /** @return the database's value, else the file's, else what was given */
    public static String getPropertyValue(String resource, String name, String defaultValue, Delegator delegator) {
        try {
            GenericValue row = EntityQuery.use(delegator).from("SystemProperty").where("systemResourceId", resource, "systemPropertyId", name)
                    .queryOne();
            if (row != null) {
                return UtilValidate.isEmpty(row.getString("systemPropertyValue")) ? "" : row.getString("systemPropertyValue");
            }
        } catch (GenericEntityException e) {
            Debug.logError(e, "Property " + name + " cannot be read", MODULE);
        }
        return UtilProperties.getPropertyValue(resource, name, defaultValue);
    }
}
