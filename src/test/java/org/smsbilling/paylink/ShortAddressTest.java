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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Network parts of addresses. */
class ShortAddressTest {

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource(nullValues = "-", value = {
        "192.0.2.77, 192.0.2.0/24",
        "203.0.113.255, 203.0.113.0/24",
        "::ffff:192.0.2.77, 192.0.2.0/24",
        "2001:db8:85a3:8d3:1319:8a2e:370:7348, 2001:db8:85a3::/48",
        "2001:0DB8:0000:1::1, 2001:db8:0::/48",
        "2001:db8::1, 2001:db8:0::/48",
        "::1, 0:0:0::/48",
        "fe80::1%eth0, fe80:0:0::/48",
        "example.com, ''",
        "'', ''",
        "-, ''",
    })
    void keepsTheNetworkOnly(String address, String network) {
        assertEquals(network, ShortAddress.of(address));
    }
}
