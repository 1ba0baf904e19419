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
package org.smsbilling.demo;

import java.io.PrintStream;

/** Steps of a journey: each is timed and printed; the first that does not hold ends it. */
final class Steps {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    Steps(PrintStream out) {
        this.out = out;
    }

    /** What a step does; it throws when something does not hold. */
    interface Step {
        void take() throws Exception;
    }

    boolean step(String name, Step step) {
        long start = System.nanoTime();
        try {
            step.take();
            out.printf("  %-45s %6d ms%n", name, (System.nanoTime() - start) / 1_000_000);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.printf("  %-45s interrupted%n", name);
        } catch (Exception e) {
            out.printf("  %-45s FAILED: %s%n", name, e.getMessage());
        }
        return false;
    }

    boolean done() {
        out.printf("  %-45s %6d ms%n", "the journey held", (System.nanoTime() - begin) / 1_000_000);
        return true;
    }

    static void holds(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what + " - does not hold");
        }
    }
}
