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
package org.smsbilling.outside.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the customer's application how far a message has come. */
final class StatusReports {
    private final Webhooks webhooks;
    private final Map<String, Map<String, String>> heldBack = new ConcurrentHashMap<>();

    StatusReports(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void send(Sms sms) {
        if (sms.draft().callback() == null) {
            return;
        }
        Map<String, String> report = parameters(sms);
        switch (webhooks.mode()) {
        case OFF -> { }
        case DUPLICATED -> {
            post(sms, report);
            post(sms, report);
        }
        case REORDERED -> {
            if (sms.status().equals("sent")) {
                heldBack.put(sms.draft().sid(), report);
                return;
            }
            webhooks.post(sms.draft().accountSid(), sms.draft().callback(), report).thenRun(() -> {
                Map<String, String> earlier = heldBack.remove(sms.draft().sid());
                if (earlier != null) {
                    post(sms, earlier);
                }
            });
        }
        default -> post(sms, report);
        }
    }

    private void post(Sms sms, Map<String, String> report) {
        webhooks.post(sms.draft().accountSid(), sms.draft().callback(), report);
    }

    private static Map<String, String> parameters(Sms sms) {
        Map<String, String> report = new LinkedHashMap<>();
        report.put("ApiVersion", "2010-04-01");
        report.put("AccountSid", sms.draft().accountSid());
        report.put("MessageSid", sms.draft().sid());
        report.put("SmsSid", sms.draft().sid());
        report.put("MessageStatus", sms.status());
        report.put("SmsStatus", sms.status());
        report.put("To", sms.draft().to());
        report.put("From", sms.from());
        if (!sms.draft().serviceSid().isEmpty()) {
            report.put("MessagingServiceSid", sms.draft().serviceSid());
        }
        if (sms.errorCode() != null) {
            report.put("ErrorCode", sms.errorCode().toString());
        }
        return report;
    }
}
