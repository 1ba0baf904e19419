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
package org.smsbilling.paylink;

import java.util.Map;

import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;

/** Keeps pay tokens out of OFBiz's record of visits. */
public final class SmsPayVisitServices {

    private SmsPayVisitServices() { }

    /** Service shortenSmsPayVisit: cuts the addresses behind the part that is the same for all links. */
    public static Map<String, Object> shortenSmsPayVisit(DispatchContext dctx, Map<String, ? extends Object> context) {
        Map<String, Object> result = ServiceUtil.returnSuccess();
        for (String field : new String[] {"initialRequest", "initialReferrer"}) {
            if (context.get(field) instanceof String address) {
                result.put(field, address.replaceFirst("/control/.*", "/control"));
            }
        }
        return result;
    }
}
