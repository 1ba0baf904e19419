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
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;

/** Properties that a SystemProperty row may replace. */
public final class EntityUtilProperties {

    private static final String MODULE = EntityUtilProperties.class.getName();

    private EntityUtilProperties() { }

    public static String getPropertyValue(String resource, String name, Delegator delegator) {
        return getPropertyValue(resource, name, "", delegator);
    }

    /** A row with an empty value hides the file's. */
    public static String getPropertyValue(String resource, String name, String defaultValue, Delegator delegator) {
        try {
            GenericValue row = EntityQuery.use(delegator).from("SystemProperty").where("systemResourceId", resource.replace(".properties", ""),
                    "systemPropertyId", name).queryOne();
            if (row != null) {
                return row.get("systemPropertyValue") == null ? "" : row.getString("systemPropertyValue");
            }
        } catch (GenericEntityException e) {
            Debug.logError(e, "Could not get a system property for " + name, MODULE);
        }
        return UtilProperties.getPropertyValue(resource, name, defaultValue);
    }
}
