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

import org.smsbilling.bench.faults.FaultReport;

/** Not how fast, but whether: see {@link FaultReport}. */
final class FaultsBenchmark implements Benchmark {

    @Override
    public String summary() {
        return "sends and pays on two nodes while they are killed and carrier and gateway fail; --messages=2000 --payments=500 --kills=20 --seed=1";
    }

    @Override
    public void run(BenchOptions options, Report report) throws Exception {
        options.allow("messages", "payments", "kills", "seed");
        if (options.on("h2")) {
            throw new IllegalArgumentException("./bench faults needs a database that outlives a killed process: it runs on PostgreSQL only");
        }
        new FaultReport(BenchWorld.root(), options.number("messages", 2_000), options.number("payments", 500), options.number("kills", 20),
                options.number("seed", 1)).run(report::line);
    }
}
