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

import java.net.URI;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the outside world is when it is not the real one: addresses that only a system property can set, never an organization's settings.
 *
 * @param twilioBase replaces Twilio's own addresses
 * @param cardPointeBase replaces CardPointe's own address
 * @param clock where the time comes from, instead of from the machine
 */
record SmsBillingProperties(Optional<URI> twilioBase, Optional<URI> cardPointeBase, Optional<URI> clock) {

    static SmsBillingProperties of(Properties properties) {
        return new SmsBillingProperties(address(properties, "smsbilling.twilio.base"), address(properties, "smsbilling.cardpointe.base"),
                address(properties, "smsbilling.clock"));
    }

    private static Optional<URI> address(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        URI address = URI.create(value);
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException(name + " is not an http(s) address: " + value);
        }
        return Optional.of(address);
    }
}
