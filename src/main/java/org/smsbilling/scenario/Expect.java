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
package org.smsbilling.scenario;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Checks of scenarios: OFBiz's class path has no assertion library that is the same in all its versions. */
public final class Expect {
    private static final long DEADLINE_SECONDS = 60;
    private static final long POLL_MILLIS = 20;

    private Expect() { }

    public static void equal(Object expected, Object actual, String what) {
        boolean same = expected instanceof BigDecimal a && actual instanceof BigDecimal b ? a.compareTo(b) == 0 : Objects.equals(expected, actual);
        if (!same) {
            throw new ScenarioFailure(what + ": expected <" + expected + "> but was <" + actual + ">");
        }
    }

    public static void isTrue(boolean condition, String what) {
        if (!condition) {
            throw new ScenarioFailure("does not hold: " + what);
        }
    }

    public static void contains(String part, String text, String what) {
        if (text == null || !text.contains(part)) {
            throw new ScenarioFailure(what + ": expected to contain <" + part + "> but was <" + text + ">");
        }
    }

    /** Looks again and again until the value satisfies the condition. @return that value
     * @throws ScenarioFailure when it does not within a minute */
    public static <T> T soon(String what, Callable<T> look, Predicate<T> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        T seen = look.call();
        while (!condition.test(seen)) {
            if (System.nanoTime() > end) {
                throw new ScenarioFailure(what + " did not come true; last seen <" + seen + ">");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            seen = look.call();
        }
        return seen;
    }
}
