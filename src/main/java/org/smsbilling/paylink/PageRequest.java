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
import java.util.Objects;

/**
 * Who asks for a pay page, as far as the request tells.
 *
 * @param network shortened address, see {@link ShortAddress}
 * @param userAgent as the client names itself, or the empty string
 * @param preview whether a messaging app or another machine asks, and no person
 */
record PageRequest(String network, String userAgent, boolean preview) {

    /** @param context of a service with remoteAddress, userAgent, method and purpose, all optional */
    static PageRequest of(Map<String, ?> context) {
        String userAgent = Objects.toString(context.get("userAgent"), "");
        return new PageRequest(ShortAddress.of((String) context.get("remoteAddress")), userAgent,
                LinkPreviews.recognised(userAgent, (String) context.get("method"), (String) context.get("purpose")));
    }
}
