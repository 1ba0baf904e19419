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
package org.smsbilling.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses pay links may point to. */
class PublicAddressTest {

    @ParameterizedTest
    @CsvSource({"https://pay.example.com,https://pay.example.com", "https://pay.example.com/,https://pay.example.com",
        "HTTPS://Pay.Example.COM:8443/,https://pay.example.com:8443", "http://localhost:8080,http://localhost:8080",
        "http://127.0.0.1:8080/,http://127.0.0.1:8080", "http://[::1]:8080,http://[::1]:8080", " https://pay.example.com ,https://pay.example.com"})
    void aSecureHostOrThisMachineCanBeUsed(String typed, String address) {
        assertEquals(Optional.of(address), PublicAddress.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://pay.example.com", "ftp://pay.example.com", "pay.example.com", "https://pay.example.com/pay", "https://",
        "https://pay.example.com?x=1", "https://pay.example.com#top", "https://user@pay.example.com", "https://user:secret@pay.example.com",
        "https://pay_example.com", "https://pay.example.com:0", "https://pay.example.com:70000", "https://päy.example.com", "javascript:alert(1)",
        "https://pay.example.com\\@evil.example", "https:// pay.example.com", "//pay.example.com", "https:pay.example.com",
        "http://localhost.example.com", "https://pay.example.com//"})
    void anythingElseIsRefused(String typed) {
        assertEquals(Optional.empty(), PublicAddress.parse(typed));
    }
}
