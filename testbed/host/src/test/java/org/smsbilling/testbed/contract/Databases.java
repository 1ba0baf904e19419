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
package org.smsbilling.testbed.contract;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.db.TestPostgres;

/** The databases of the contract tests; each keeps one testbed for the whole run. */
enum Databases {
    H2 {
        @Override
        TestbedConfig config() {
            return TestbedConfig.inMemory("contract", CLOCK, COMPONENT);
        }
    },
    POSTGRES {
        @Override
        TestbedConfig config() {
            return TestbedConfig.inMemory("unused", CLOCK, COMPONENT).withDatabase(TestPostgres.start().newDatabase(), "postgres", "");
        }
    };

    static final Clock CLOCK = Clock.fixed(BothDatabases.START, ZoneOffset.UTC);
    static final Path COMPONENT = Path.of("src/test/resources/contract");

    private Testbed testbed;

    abstract TestbedConfig config();

    /** The statics of OFBiz point to whichever testbed started last; the contract tests use none of them but the clock. */
    synchronized Testbed testbed() {
        if (testbed == null) {
            testbed = Testbed.start(config());
        }
        return testbed;
    }
}
