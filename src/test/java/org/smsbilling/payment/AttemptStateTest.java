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
package org.smsbilling.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states of an attempt, all pairs. */
class AttemptStateTest {

    @ParameterizedTest(name = "{0}, then {1}; under way {2}, paid {3}")
    @CsvSource({
        "CREATED,     AUTHORIZING RETRY_LATER,                            true,  false",
        "AUTHORIZING, APPROVED DECLINED PARTIAL RETRY_LATER UNKNOWN,      true,  false",
        "APPROVED,    POSTED VOIDED,                                      true,  true",
        "PARTIAL,     POSTED VOIDED,                                      true,  false",
        "DECLINED,    '',                                                 false, false",
        "RETRY_LATER, '',                                                 false, false",
        "UNKNOWN,     APPROVED DECLINED PARTIAL RETRY_LATER VOIDED,       true,  false",
        "VOIDED,      '',                                                 false, false",
        "POSTED,      REFUNDED RETURNED SETTLED SETTLING VOIDED,          false, true",
        "SETTLING,    REFUNDED RETURNED SETTLED VOIDED,                   false, true",
        "SETTLED,     REFUNDED RETURNED,                                  false, true",
        "RETURNED,    '',                                                 false, false",
        "REFUNDED,    '',                                                 false, false",
    })
    void hasTheseTransitionsAndNoOthers(AttemptState state, String next, boolean underWay, boolean paid) {
        Set<String> names = state.next().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(next, String.join(" ", names));
        assertEquals(underWay, state.underWay());
        assertEquals(paid, state.paid());
    }

    @Test
    void onlyWhatWasNeverAtTheGatewayGoesThere() {
        assertEquals(Set.of(AttemptState.CREATED), Arrays.stream(AttemptState.values()).filter(state -> state.mayBecome(AttemptState.AUTHORIZING))
                .collect(Collectors.toSet()));
    }
}
