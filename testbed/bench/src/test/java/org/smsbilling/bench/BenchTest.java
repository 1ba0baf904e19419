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
package org.smsbilling.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each benchmark runs, on a few rows; how fast is no matter here. */
class BenchTest {

    @Test
    void drainSendsEverythingAndCountsStatements() throws Exception {
        String printed = run("drain", "--h2", "--messages=60", "--warmup=10", "--delay=1");
        assertTrue(printed.contains("60 messages, carrier 1 ms"), printed);
        assertTrue(printed.matches("(?s).*smsbilling +[\\d,]+/s +\\d+\\.\\d+ statements.*db-scheduler +[\\d,]+/s.*"), printed);
    }

    @Test
    void webhooksAreAcknowledgedAndReachTheirMessages() throws Exception {
        String printed = run("webhooks", "--h2", "--messages=60", "--warmup=10", "--callers=4");
        assertTrue(printed.matches("(?s).*acknowledged +[\\d,]+/s .*handled +[\\d,]+/s +\\d+\\.\\d+ statements.*"), printed);
    }

    @Test
    void invoicesAreMadeWithAndWithoutTheComponent() throws Exception {
        String printed = run("invoice", "--h2", "--invoices=20", "--rounds=2", "--texts=30");
        assertTrue(printed.matches("(?s).*without the component.*statements.*nobody connected.*connected.*30 texts planned.*"), printed);
    }

    @Test
    void anUnknownOptionIsNamedWithThoseThatAreThere() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> run("drain", "--mesages=60"));
        assertTrue(e.getMessage().contains("--mesages") && e.getMessage().contains("--messages"), e.getMessage());
    }

    private static String run(String name, String... options) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Bench.run(name, options, new Report(new PrintStream(printed, true, StandardCharsets.UTF_8)));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
