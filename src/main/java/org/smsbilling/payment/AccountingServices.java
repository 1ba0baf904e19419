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
package org.smsbilling.payment;

import java.util.HashMap;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceContainer;
import org.apache.ofbiz.service.ServiceUtil;

/** OFBiz's own services of accounting, as its system user, inside the caller's transaction. What is not a success is an exception. */
final class AccountingServices {

    private final Delegator delegator;

    AccountingServices(Delegator delegator) {
        this.delegator = delegator;
    }

    Map<String, Object> run(String service, Map<String, ?> values) throws GenericEntityException {
        LocalDispatcher dispatcher = ServiceContainer.getLocalDispatcher(delegator.getDelegatorName(), delegator);
        Map<String, Object> context = new HashMap<>(values);
        context.put("userLogin", EntityQuery.use(delegator).from("UserLogin").where("userLoginId", "system").cache().queryOne());
        try {
            Map<String, Object> result = dispatcher.runSync(service, context);
            if (!ServiceUtil.isSuccess(result)) {
                throw new GenericEntityException(service + ": " + ServiceUtil.getErrorMessage(result));
            }
            return result;
        } catch (GenericServiceException e) {
            throw new GenericEntityException(service + ": " + e.getMessage(), e);
        }
    }
}
