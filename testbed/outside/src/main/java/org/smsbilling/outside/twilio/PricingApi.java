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

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;
import org.smsbilling.outside.web.Router;

/** Prices of messages by country. */
final class PricingApi {
    private final Gate gate;
    private final Prices prices;

    PricingApi(Gate gate, Prices prices) {
        this.gate = gate;
        this.prices = prices;
    }

    void serve(Router router) {
        router.add("GET", "/v1/Messaging/Countries/{iso}", this::country);
    }

    private Answer country(Call call) {
        gate.enter(call);
        String iso = call.pathValue("iso").toUpperCase(Locale.ROOT);
        Prices.Country country = prices.country(iso).orElseThrow(() -> Gate.notFound(call));
        List<Map<String, Object>> outbound = List.of(price("mobile", country.outbound()), price("local", country.outbound()),
                price("toll-free", country.outbound()));
        return Answer.json(Json.map("country", country.name(), "iso_country", country.iso(), "inbound_sms_prices",
                List.of(price("local", country.inbound()), price("mobile", country.inbound())), "outbound_sms_prices",
                List.of(Json.map("carrier", prices.carriers().getOrDefault(iso, "Other"), "mcc", "000", "mnc", "000", "prices", outbound)),
                "price_unit", "USD", "url", "https://pricing.twilio.com/v1/Messaging/Countries/" + iso));
    }

    private static Map<String, Object> price(String numberType, BigDecimal amount) {
        return Json.map("number_type", numberType, "base_price", amount.toPlainString(), "current_price", amount.toPlainString());
    }
}
