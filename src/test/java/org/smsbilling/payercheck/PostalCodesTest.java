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
package org.smsbilling.payercheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Postal codes, however they are typed. */
class PostalCodesTest {

    @ParameterizedTest(name = "{1} for {0}: {2}")
    @CsvSource({
        "10004-1234, 10004, true", "10004, 10004-1234, true", "10004, ' 10004 ', true", "SW1A 1AA, sw1a1aa, true", "75001, 75 001, true",
        "10004, 10005, false", "10004, 1000, false", "10004, '', false", "10004, '-', false",
    })
    void match(String onFile, String typed, boolean matches) {
        Set<String> codes = Stream.of(onFile, "99950").map(PostalCodes::plain).collect(Collectors.toSet());
        assertEquals(matches, PostalCodes.matches(codes, typed));
    }
}
