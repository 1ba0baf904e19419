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

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;

/** Plays all scenarios on the testbed; which database, its subclasses say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScenariosOnTestbed {
    private OutsideWorld outside;
    private Testbed testbed;

    /** The testbed to play on, with the component in it. @param root the component's directory */
    abstract TestbedConfig config(OutsideWorld world, Path root);

    @BeforeAll
    void start() {
        outside = OutsideWorld.start(0);
        System.setProperty("smsbilling.twilio.base", outside.baseUri().toString());
        System.setProperty("smsbilling.cardpointe.base", outside.baseUri().toString());
        System.setProperty("smsbilling.clock", outside.baseUri() + "/clock");
        testbed = Testbed.start(config(outside, Path.of("../..").toAbsolutePath().normalize()));
    }

    @AfterAll
    void stop() {
        if (testbed != null) {
            testbed.close();
        }
        outside.close();
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        return ScenarioCatalog.all().entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () ->
                entry.getValue().play(new Stage(testbed.dispatcher(), outside.baseUri()))));
    }
}
