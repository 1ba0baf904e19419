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
package org.smsbilling.message;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Calls at once for an account. */
class AccountCallsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void noMoreAtOnceThanAllowed() {
        AccountCalls calls = new AccountCalls(2);
        calls.begun();
        assertEquals(0, calls.untilRoom(0));
        calls.begun();
        assertEquals(Long.MAX_VALUE, calls.untilRoom(0));
        calls.ended();
        assertEquals(0, calls.untilRoom(0));
    }

    @Test
    void afterTooManyItPausesASecondAndHalvesOnceForAllOfThatPause() {
        AccountCalls calls = new AccountCalls(8);
        for (int i = 0; i < 8; i++) {
            calls.begun();
        }
        calls.tooMany(100);
        calls.tooMany(200);
        assertEquals(4, calls.allowed());
        assertEquals(SECOND, calls.untilRoom(200));
        assertEquals(Long.MAX_VALUE, calls.untilRoom(200 + SECOND), "six are still under way");
    }

    @Test
    void whatGoesWellRaisesItByOneForEachRoundUpToTheMost() {
        AccountCalls calls = new AccountCalls(8);
        for (int i = 0; i < 5; i++) {
            calls.begun();
        }
        calls.tooMany(0);
        for (int i = 0; i < 5; i++) {
            calls.begun();
            calls.ended();
        }
        assertEquals(5, calls.allowed());
        for (int i = 0; i < 100; i++) {
            calls.begun();
            calls.ended();
        }
        assertEquals(8, calls.allowed());
    }

    @Test
    void oneIsAlwaysAllowed() {
        AccountCalls calls = new AccountCalls(1);
        calls.begun();
        calls.tooMany(0);
        assertEquals(1, calls.allowed());
        assertEquals(0, calls.untilRoom(SECOND));
    }
}
