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
package org.smsbilling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.Test;

/** Addresses of an outside world that is not the real one. */
class SmsBillingPropertiesTest {

    private static Properties with(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    @Test
    void withoutPropertiesTheOutsideWorldIsTheRealOne() {
        assertEquals(new SmsBillingProperties(Optional.empty(), Optional.empty(), Optional.empty()), SmsBillingProperties.of(new Properties()));
        assertEquals(Optional.empty(), SmsBillingProperties.of(with("smsbilling.clock", " ")).clock());
    }

    @Test
    void eachAddressIsTaken() {
        URI address = URI.create("http://127.0.0.1:8090");
        assertEquals(Optional.of(address), SmsBillingProperties.of(with("smsbilling.twilio.base", "http://127.0.0.1:8090")).twilioBase());
        assertEquals(Optional.of(address), SmsBillingProperties.of(with("smsbilling.cardpointe.base", "http://127.0.0.1:8090")).cardPointeBase());
        assertEquals(Optional.of(address), SmsBillingProperties.of(with("smsbilling.clock", "http://127.0.0.1:8090")).clock());
    }

    @Test
    void whatIsNoAddressStopsTheStart() {
        assertThrows(IllegalArgumentException.class, () -> SmsBillingProperties.of(with("smsbilling.twilio.base", "127.0.0.1:8090")));
        assertThrows(IllegalArgumentException.class, () -> SmsBillingProperties.of(with("smsbilling.clock", "file:///tmp/clock")));
    }
}
