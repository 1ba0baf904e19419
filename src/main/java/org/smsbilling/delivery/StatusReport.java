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

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the carrier says of one message at one moment.
 *
 * @param providerMessageId the message's id there
 * @param providerStatus in the carrier's words, whether we know them or not
 * @param errorCode or null
 */
record StatusReport(String providerMessageId, String providerStatus, String errorCode) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,60}");
    private static final Pattern STATUS = Pattern.compile("[A-Za-z_-]{1,60}");
    private static final Pattern CODE = Pattern.compile("[0-9]{1,10}");

    /** @param parameters of the webhook. @return empty when they are no report of a message */
    static Optional<StatusReport> of(Map<String, String> parameters) {
        String id = either(parameters, "MessageSid", "SmsSid");
        String status = either(parameters, "MessageStatus", "SmsStatus");
        String code = parameters.getOrDefault("ErrorCode", "");
        boolean complete = ID.matcher(id).matches() && STATUS.matcher(status).matches();
        return complete ? Optional.of(new StatusReport(id, status, CODE.matcher(code).matches() ? code : null)) : Optional.empty();
    }

    private static String either(Map<String, String> parameters, String name, String formerName) {
        return parameters.getOrDefault(name, parameters.getOrDefault(formerName, ""));
    }
}
