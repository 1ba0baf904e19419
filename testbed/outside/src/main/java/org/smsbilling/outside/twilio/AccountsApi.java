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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** Accounts, their phone numbers and messaging services. */
final class AccountsApi {
    private static final Instant LONG_AGO = Instant.parse("2024-01-15T12:00:00Z");

    private final Gate gate;
    private final Directory directory;

    AccountsApi(Gate gate, Directory directory) {
        this.gate = gate;
        this.directory = directory;
    }

    void serve(Router router) {
        router.add("GET", "/2010-04-01/Accounts/{account}.json", call -> Answer.json(account(gate.enter(call))))
                .add("GET", "/2010-04-01/Accounts/{account}/IncomingPhoneNumbers.json", this::numbers)
                .add("GET", "/2010-04-01/Accounts/{account}/IncomingPhoneNumbers/{sid}.json", call -> Answer.json(number(findNumber(call))))
                .add("POST", "/2010-04-01/Accounts/{account}/IncomingPhoneNumbers/{sid}.json", this::updateNumber)
                .add("GET", "/2010-04-01/Accounts/{account}/SMS/ShortCodes.json", this::shortCodes)
                .add("GET", "/v1/Services/{sid}", call -> Answer.json(service(findService(call))))
                .add("POST", "/v1/Services/{sid}", this::updateService);
    }

    private static Map<String, Object> account(Directory.Account account) {
        String uri = "/2010-04-01/Accounts/" + account.sid();
        return Json.map("auth_token", account.token(), "date_created", Sms.date(LONG_AGO), "date_updated", Sms.date(LONG_AGO),
                "friendly_name", account.friendlyName(), "owner_account_sid", account.sid(), "sid", account.sid(), "status", "active",
                "subresource_uris", Json.map("messages", uri + "/Messages.json", "incoming_phone_numbers", uri + "/IncomingPhoneNumbers.json"),
                "type", "Full", "uri", uri + ".json");
    }

    private Answer numbers(Call call) {
        Directory.Account account = gate.enter(call);
        String wanted = call.query().getOrDefault("PhoneNumber", "");
        List<Map<String, Object>> found = directory.numbersOf(account.sid()).stream()
                .filter(number -> number.number().contains(wanted.trim())).map(AccountsApi::number).toList();
        return Answer.json(Pages.of(call, "incoming_phone_numbers", found));
    }

    /** Nobody here has one. */
    private Answer shortCodes(Call call) {
        gate.enter(call);
        return Answer.json(Pages.of(call, "short_codes", List.of()));
    }

    private Directory.Number findNumber(Call call) {
        Directory.Account account = gate.enter(call);
        return directory.numbersOf(account.sid()).stream().filter(number -> number.sid().equals(call.pathValue("sid"))).findFirst()
                .orElseThrow(() -> Gate.notFound(call));
    }

    private Answer updateNumber(Call call) {
        Directory.Number old = findNumber(call);
        Directory.Number changed = new Directory.Number(old.sid(), old.accountSid(), old.number(),
                call.form().getOrDefault("SmsUrl", old.smsUrl()));
        directory.put(changed);
        return Answer.json(number(changed));
    }

    private static Map<String, Object> number(Directory.Number number) {
        return Json.map("sid", number.sid(), "account_sid", number.accountSid(), "friendly_name", number.number(), "phone_number",
                number.number(), "api_version", "2010-04-01", "beta", false, "capabilities",
                Json.map("voice", false, "sms", true, "mms", true, "fax", false), "date_created", Sms.date(LONG_AGO),
                "date_updated", Sms.date(LONG_AGO), "origin", "twilio", "sms_method", "POST", "sms_url", number.smsUrl(), "status", "in-use",
                "uri", "/2010-04-01/Accounts/" + number.accountSid() + "/IncomingPhoneNumbers/" + number.sid() + ".json");
    }

    private Directory.Service findService(Call call) {
        Directory.Account account = gate.enter(call);
        return directory.service(call.pathValue("sid")).filter(service -> service.accountSid().equals(account.sid()))
                .orElseThrow(() -> Gate.notFound(call));
    }

    private Answer updateService(Call call) {
        Directory.Service old = findService(call);
        Directory.Service changed = new Directory.Service(old.sid(), old.accountSid(), old.number(),
                call.form().getOrDefault("InboundRequestUrl", old.inboundUrl()));
        directory.put(changed);
        return Answer.json(service(changed));
    }

    private static Map<String, Object> service(Directory.Service service) {
        return Json.map("account_sid", service.accountSid(), "sid", service.sid(), "date_created", LONG_AGO.toString(), "date_updated",
                LONG_AGO.toString(), "friendly_name", "Messaging service", "inbound_request_url",
                service.inboundUrl().isEmpty() ? null : service.inboundUrl(), "inbound_method", "POST", "fallback_url", null,
                "fallback_method", "POST", "status_callback", null, "sticky_sender", true, "mms_converter", true, "smart_encoding", false,
                "fallback_to_long_code", true, "area_code_geomatch", true, "validity_period", 36000, "scan_message_content", "inherit",
                "synchronous_validation", false, "usecase", "notifications", "us_app_to_person_registered", true,
                "use_inbound_webhook_on_number", service.inboundUrl().isEmpty(), "links", Map.of(),
                "url", "https://messaging.twilio.com/v1/Services/" + service.sid());
    }
}
