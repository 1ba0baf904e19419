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
package org.smsbilling.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.pricing.v1.messaging.Country;
import java.math.BigDecimal;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.outside.twilio.Directory;

/** Accounts, senders and prices through the real twilio-java. */
class TwilioAccountsTest {
    private final OutsideWorld world = OutsideWorld.start(0);
    private final TwilioRestClient client = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_B, "test-token-b");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void accountIsActive() {
        Account account = Account.fetcher(Directory.ACCOUNT_B).fetch(client);
        assertEquals(Account.Status.ACTIVE, account.getStatus());
        assertEquals(Account.Type.FULL, account.getType());
    }

    @Test
    void numbersOfTheAccountAreListed() {
        Iterator<IncomingPhoneNumber> numbers = IncomingPhoneNumber.reader().read(client).iterator();
        IncomingPhoneNumber number = numbers.next();
        assertEquals("+442071838750", number.getPhoneNumber().toString());
        assertTrue(number.getCapabilities().getSms());
        assertFalse(numbers.hasNext());
        assertFalse(IncomingPhoneNumber.reader().setPhoneNumber("+15005550006").read(client).iterator().hasNext());
    }

    @Test
    void messagingServiceIsFound() {
        assertEquals("Messaging service", Service.fetcher(Directory.SERVICE_B).fetch(client).getFriendlyName());
        assertEquals(20404, assertThrows(ApiException.class, () -> Service.fetcher("MG" + "c".repeat(32)).fetch(client)).getCode());
    }

    @Test
    void priceOfASegmentDependsOnTheCountry() {
        Country country = Country.fetcher("GB").fetch(client);
        assertEquals("GB", country.getIsoCountry());
        assertEquals("USD", country.getPriceUnit().getCurrencyCode());
        assertEquals(0, new BigDecimal("0.0524").compareTo(
                BigDecimal.valueOf(country.getOutboundSmsPrices().get(0).getPrices().get(0).getCurrentPrice())));
        assertEquals(20404, assertThrows(ApiException.class, () -> Country.fetcher("XX").fetch(client)).getCode());
    }
}
