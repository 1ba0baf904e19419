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
package org.smsbilling.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.service.ServiceUtil;

/** How a status report of the carrier comes in. */
interface ReportDoor {

    /** @param call context of the service that takes reports in. @return HTTP status */
    int receive(Map<String, Object> call) throws Exception;

    /** Straight to the service that the web event calls. */
    static ReportDoor service(BenchWorld world) {
        return call -> {
            Map<String, Object> result = world.testbed().dispatcher().runSync("receiveSmsStatusReport", call);
            return ServiceUtil.isSuccess(result) ? (Integer) result.get("httpStatus") : -1;
        };
    }

    /** As the carrier does it, over HTTP. @param base address without the organization's token */
    static ReportDoor http(String base) {
        ThreadLocal<HttpCaller> callers = ThreadLocal.withInitial(HttpCaller::new);
        return call -> {
            String form = ((Map<?, ?>) call.get("report")).entrySet().stream().map(each -> each.getKey() + "="
                    + URLEncoder.encode((String) each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
            return callers.get().call("POST", URI.create(base + call.get("hookToken")), Map.of("X-Forwarded-Proto", "https",
                    "X-Twilio-Signature", (String) call.get("signature"), "Content-Type", "application/x-www-form-urlencoded"),
                    form.getBytes(StandardCharsets.US_ASCII));
        };
    }
}
