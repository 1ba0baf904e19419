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
package org.smsbilling.organization;

import java.util.Map;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;

/** Permission services of this component: the permission alone, because only the called service knows the organization. */
public final class SmsPermissionServices {
    private SmsPermissionServices() { }

    /** May the user see SMS status, history and reports? */
    public static Map<String, Object> smsBillingViewPermission(DispatchContext dctx, Map<String, ? extends Object> context) {
        return check(dctx, context, "VIEW");
    }

    /** May the user send invoices by SMS and expire their links? */
    public static Map<String, Object> smsBillingSendPermission(DispatchContext dctx, Map<String, ? extends Object> context) {
        return check(dctx, context, "SEND");
    }

    /** May the user administer SMS billing? */
    public static Map<String, Object> smsBillingAdminPermission(DispatchContext dctx, Map<String, ? extends Object> context) {
        return check(dctx, context, "ADMIN");
    }

    private static Map<String, Object> check(DispatchContext dctx, Map<String, ? extends Object> context, String action) {
        boolean has = OrganizationAccess.hasPermission(dctx.getSecurity(), (GenericValue) context.get("userLogin"), action);
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put("hasPermission", has);
        if (!has) {
            result.put("failMessage", UtilProperties.getMessage("SmsBillingOrganizationLabels", "SmsBillingNoPermission", Map.of("action", action),
                    ServiceUtil.getLocale(context)));
        }
        return result;
    }
}
