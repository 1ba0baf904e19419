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
package org.smsbilling.inbound;

import java.util.HashMap;
import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.delivery.HookAnswer;
import org.smsbilling.transaction.Outside;

/** Services that take in what customers text. */
public final class SmsInboundServices {
    private static final String MODULE = SmsInboundServices.class.getName();

    private SmsInboundServices() { }

    /** Public: takes in a text; whether it is the carrier's, its signature says. */
    public static Map<String, Object> receiveSmsText(DispatchContext dctx, Map<String, ? extends Object> context) {
        Map<String, String> parameters = new HashMap<>();
        Map<?, ?> text = (Map<?, ?>) context.get("text");
        text.forEach((name, value) -> parameters.put(String.valueOf(name), String.valueOf(value)));
        HookAnswer answer = SmsBilling.of(dctx.getDelegator()).inbound().receive((String) context.get("hookToken"),
                (String) context.get("signature"), parameters);
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put("httpStatus", answer.httpStatus());
        return result;
    }

    /** Job: looks at texts that are due where no thread of the component runs. */
    public static Map<String, Object> handleReceivedSmsTexts(DispatchContext dctx, Map<String, ? extends Object> context) {
        try {
            Outside.call(() -> {
                SmsBilling.of(dctx.getDelegator()).inbound().work();
                return null;
            });
            return ServiceUtil.returnSuccess();
        } catch (GenericEntityException e) {
            Debug.logError(e, MODULE);
            return ServiceUtil.returnError("Received texts could not be looked at");
        }
    }
}
