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
package org.smsbilling.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.clock.StoppedClock;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsPrice;

/** Prices are asked for once a day. */
class TwilioPricesTest {
    private static final String PATH = "/v1/Messaging/Countries/US";
    private static final SmsAccount ACCOUNT = new SmsAccount(FakeTwilio.SID, "test-token-a", "+15005550006");
    private static final String PRICES = "{\"country\":\"United States\",\"iso_country\":\"US\",\"price_unit\":\"USD\",\"outbound_sms_prices\":["
            + "{\"carrier\":\"A\",\"mcc\":\"310\",\"mnc\":\"1\",\"prices\":[{\"base_price\":\"0.0090\",\"current_price\":\"0.0083\","
            + "\"number_type\":\"local\"},{\"base_price\":\"0.05\",\"current_price\":\"0.05\",\"number_type\":\"shortcode\"}]},"
            + "{\"carrier\":\"B\",\"mcc\":\"310\",\"mnc\":\"2\",\"prices\":[{\"base_price\":\"0.0101\",\"current_price\":\"0.0101\","
            + "\"number_type\":\"local\"}]}],\"inbound_sms_prices\":[]}";
    private final StoppedClock clock = new StoppedClock("2026-03-04T15:00:00Z");
    private final FakeTwilio twilio = new FakeTwilio();
    private final TwilioSmsProvider provider = new TwilioSmsProvider(Optional.of(twilio.base()), clock, Duration.ofSeconds(1),
            Duration.ofSeconds(20));

    @AfterEach
    void stopTwilio() {
        twilio.close();
    }

    private Optional<BigDecimal> price(SmsAccount account) {
        return provider.price(account, "US").map(SmsPrice::perSegment);
    }

    @Test
    void theHighestPriceForTheSendersKindCounts() {
        twilio.on(PATH, 200, PRICES);
        assertEquals(Optional.of(new SmsPrice(new BigDecimal("0.0101"), "USD")), provider.price(ACCOUNT, "US"));
        assertEquals(Optional.of(new BigDecimal("0.05")), price(new SmsAccount(FakeTwilio.SID, "t", "12345")));
        assertEquals(Optional.of(new BigDecimal("0.05")), price(new SmsAccount(FakeTwilio.SID, "t", "+18885550147")));
    }

    @Test
    void aPriceIsKeptForADay() {
        twilio.on(PATH, 200, PRICES);
        price(ACCOUNT);
        clock.advance(Duration.ofHours(23));
        price(ACCOUNT);
        assertEquals(1, twilio.asked().size());
        clock.advance(Duration.ofHours(2));
        assertEquals(Optional.of(new BigDecimal("0.0101")), price(ACCOUNT));
        assertEquals(2, twilio.asked().size());
    }

    @Test
    void aFailureIsForgottenAfterFiveMinutes() {
        twilio.on(PATH, 503, "");
        assertEquals(Optional.empty(), price(ACCOUNT));
        twilio.on(PATH, 200, PRICES);
        assertEquals(Optional.empty(), price(ACCOUNT));
        assertEquals(1, twilio.asked().size());
        clock.advance(Duration.ofMinutes(6));
        assertEquals(Optional.of(new BigDecimal("0.0101")), price(ACCOUNT));
    }

    @Test
    void nobodyWaitsLongForAPrice() {
        twilio.slowly(PATH, 20_000);
        long start = System.nanoTime();
        assertEquals(Optional.empty(), price(ACCOUNT));
        assertEquals(true, Duration.ofNanos(System.nanoTime() - start).toMillis() < 10_000);
    }

    @Test
    void whatIsNoCountryIsNotAskedFor() {
        assertEquals(Optional.empty(), provider.price(ACCOUNT, ""));
        assertEquals(Optional.empty(), provider.price(ACCOUNT, null));
        assertEquals(Optional.empty(), provider.price(ACCOUNT, "../Accounts"));
        assertEquals(0, twilio.asked().size());
    }

    @Test
    void aCountryWithoutAPriceHasNone() {
        twilio.on(PATH, 200, "{\"iso_country\":\"US\",\"price_unit\":\"USD\",\"outbound_sms_prices\":[]}");
        assertEquals(Optional.empty(), price(ACCOUNT));
        assertEquals(Optional.empty(), provider.price(ACCOUNT, "FR"));
    }
}
