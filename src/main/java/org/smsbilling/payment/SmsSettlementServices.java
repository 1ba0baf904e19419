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

import java.util.Map;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.DatabaseProblem;

/** Services about the money of posted payments. */
public final class SmsSettlementServices {

    private static final String MODULE = SmsSettlementServices.class.getName();

    private SmsSettlementServices() { }

    /** followSmsSettlements */
    public static Map<String, Object> followSmsSettlements(DispatchContext dctx, Map<String, ?> context) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("advanced", new SettlementWork(dctx.getDelegator(), billing.clock(), billing.paymentGateway()).advanceDue());
            return result;
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "Settlements could not be followed; the next run of the job tries again", MODULE);
        }
    }
}
