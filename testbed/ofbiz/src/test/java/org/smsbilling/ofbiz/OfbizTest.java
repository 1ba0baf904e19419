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
package org.smsbilling.ofbiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.outside.OutsideWorld;

/**
 * The component in the OFBiz that OFBIZ_HOME names, with the emulators as its outside world: it compiles, loads and its scenarios hold.
 * It writes seed and test data into that OFBiz's database, which therefore must be one to try things with.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfbizTest {
    private static final Path COMPONENT = Path.of(System.getProperty("component.directory"));
    private static final Path TARGET = Path.of(System.getProperty("build.directory"));

    private ComponentJar component;
    private List<String> loadLog;
    private List<String> testLog;
    private Set<String> secrets = Set.of();
    private Map<String, Optional<String>> results = Map.of();

    @BeforeAll
    void runTheComponentInsideOfbiz() throws Exception {
        OfbizHome ofbiz = OfbizHome.of(System.getenv());
        System.out.println("Trying the component in " + ofbiz.directory() + ": this writes test data into that OFBiz's database");
        List<Path> libraries = Libraries.missingFrom(ofbiz, TARGET.resolve("libraries.txt"));
        component = ComponentJar.build(COMPONENT, Stream.concat(ofbiz.classPath().stream(), libraries.stream()).toList(), TARGET);
        PluginLink.make(COMPONENT, ofbiz);
        Path written = ofbiz.directory().resolve("runtime/logs/test-results/smsbillingtests.xml");
        Files.deleteIfExists(written);
        try (OutsideWorld outside = OutsideWorld.start(0)) {
            OfbizProcess process = new OfbizProcess(ofbiz, component, libraries, emulators(outside));
            loadLog = process.run(TARGET.resolve("ofbiz-load.log"), "--load-data", "readers=seed", "--load-data", "component=smsbilling");
            testLog = process.run(TARGET.resolve("ofbiz-test.log"), "--test", "component=smsbilling");
            secrets = Secrets.of(outside);
        }
        if (Files.exists(written)) {
            results = TestResults.read(written);
        }
    }

    private static Map<String, String> emulators(OutsideWorld outside) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("smsbilling.twilio.base", outside.baseUri().toString());
        properties.put("smsbilling.cardpointe.base", outside.baseUri().toString());
        properties.put("smsbilling.clock", outside.baseUri().resolve("/clock").toString());
        return properties;
    }

    @Test
    void compilesWithoutWarning() {
        assertEquals(List.of(), component.warnings());
    }

    @Test
    void seedDataLoads() {
        assertTrue(loadLog.stream().anyMatch(line -> line.contains("SmsBillingSecurityPermissionSeedData.xml")), "the seed data was read");
        assertEquals(List.of(), OwnComplaints.in(loadLog));
    }

    @Test
    void ofbizHasNothingAgainstTheComponent() {
        assertEquals(List.of(), OwnComplaints.in(testLog));
    }

    @Test
    void noSecretIsInTheLog() {
        assertTrue(secrets.size() > 20, "pay tokens and numbers are known: " + secrets.size());
        assertEquals(List.of(), testLog.stream().filter(line -> secrets.stream().anyMatch(line::contains)).toList());
    }

    @TestFactory
    Stream<DynamicTest> scenarios() throws Exception {
        return TestResults.promised(COMPONENT.resolve("testdef/smsbillingtests.xml")).stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            assertTrue(results.containsKey(name), "OFBiz did not run it; see " + TARGET.resolve("ofbiz-test.log"));
            assertEquals("", results.get(name).orElse(""));
        }));
    }
}
