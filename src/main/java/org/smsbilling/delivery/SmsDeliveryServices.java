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
package org.smsbilling.delivery;

import java.util.HashMap;
import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.transaction.Outside;

/** Services about what the carrier says of messages. */
public final class SmsDeliveryServices {

    private static final String MODULE = SmsDeliveryServices.class.getName();

    private SmsDeliveryServices() { }

    /** Public: takes in a status report; whether it is the carrier's, its signature says. */
    public static Map<String, Object> receiveSmsStatusReport(DispatchContext dctx, Map<String, ? extends Object> context) {
        Map<String, String> parameters = new HashMap<>();
        Map<?, ?> report = (Map<?, ?>) context.get("report");
        report.forEach((name, value) -> parameters.put(String.valueOf(name), String.valueOf(value)));
        HookAnswer answer = SmsBilling.of(dctx.getDelegator()).delivery().receive((String) context.get("hookToken"),
                (String) context.get("signature"), parameters);
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put("httpStatus", answer.httpStatus());
        return result;
    }

    /** Job: asks the carrier what became of messages to which it did not answer. */
    public static Map<String, Object> resolveAmbiguousSmsMessages(DispatchContext dctx, Map<String, ? extends Object> context) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        Work ask = () -> Outside.call(() -> billing.delivery().resolveAmbiguous());
        Map<String, Object> result = counted("resolved", "Messages without an answer of the carrier could not be looked up", ask);
        if (!Integer.valueOf(0).equals(result.get("resolved"))) {
            billing.outbox().wake();
        }
        return result;
    }

    /** Job: asks the carrier about texts of which no report came, and what texts cost. */
    public static Map<String, Object> lookUpSentSmsMessages(DispatchContext dctx, Map<String, ? extends Object> context) {
        Work ask = () -> Outside.call(() -> SmsBilling.of(dctx.getDelegator()).delivery().lookUpSent());
        return counted("ended", "Texts without a report of the carrier could not be looked up", ask);
    }

    /** What a job does. */
    private interface Work {
        /** @return how much was done */
        int run() throws GenericEntityException;
    }

    private static Map<String, Object> counted(String name, String failure, Work work) {
        try {
            int count = work.run();
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put(name, count);
            return result;
        } catch (GenericEntityException e) {
            Debug.logError(e, failure, MODULE);
            return ServiceUtil.returnError(failure);
        }
    }
}
