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
package org.smsbilling.testbed.service;

import java.util.List;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.security.Security;

/** Permissions by the user's security groups, those that are in force today. */
public final class EntitySecurity implements Security {

    private static final String MODULE = EntitySecurity.class.getName();

    private final Delegator delegator;

    public EntitySecurity(Delegator delegator) {
        this.delegator = delegator;
    }

    @Override
    public boolean hasPermission(String permission, GenericValue userLogin) {
        return userLogin != null && anyOf(List.of(permission), userLogin);
    }

    @Override
    public boolean hasEntityPermission(String entity, String action, GenericValue userLogin) {
        return userLogin != null && anyOf(List.of(entity + action, entity + "_ADMIN"), userLogin);
    }

    private boolean anyOf(List<String> permissions, GenericValue userLogin) {
        try {
            List<String> groups = EntityQuery.use(delegator).from("UserLoginSecurityGroup").where("userLoginId", userLogin.get("userLoginId"))
                    .filterByDate(UtilDateTime.nowTimestamp()).getFieldList("groupId");
            return !groups.isEmpty() && EntityQuery.use(delegator).from("SecurityGroupPermission")
                    .where(EntityCondition.makeCondition("groupId", EntityOperator.IN, groups),
                            EntityCondition.makeCondition("permissionId", EntityOperator.IN, permissions))
                    .filterByDate(UtilDateTime.nowTimestamp()).queryCount() > 0;
        } catch (GenericEntityException e) {
            Debug.logError(e, MODULE);
            return false;
        }
    }

    @Override
    public void clearUserData(GenericValue userLogin) {
        Debug.logVerbose("The testbed keeps no user data", MODULE);
    }
}
