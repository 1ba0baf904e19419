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

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.ServiceUtil;

/** The database failed under a service: the log has the cause, and the user gets words. */
public final class DatabaseProblem {

    private DatabaseProblem() { }

    /**
     * @param context of the service
     * @param what failed, for the log
     * @param module whose line in the log it is
     * @return the service's answer
     */
    public static Map<String, Object> answer(GenericEntityException cause, Map<String, ?> context, String what, String module) {
        Debug.logError(cause, what, module);
        return ServiceUtil.returnError(UtilProperties.getMessage("SmsBillingOrganizationLabels", "SmsBillingDatabaseProblem",
                ServiceUtil.getLocale(context)));
    }
}
