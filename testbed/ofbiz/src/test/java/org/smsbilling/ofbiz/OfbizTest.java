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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private List<MailSink.Mail> mailed = List.of();
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
        try (OutsideWorld outside = OutsideWorld.start(0); MailSink mails = MailSink.start()) {
            OfbizProcess process = new OfbizProcess(ofbiz, component, libraries, emulators(outside), mailingTo(mails, ofbiz));
            loadLog = process.run(TARGET.resolve("ofbiz-load.log"), "--load-data", "readers=seed", "--load-data", "component=smsbilling");
            testLog = process.run(TARGET.resolve("ofbiz-test.log"), "--test", "component=smsbilling");
            secrets = Secrets.of(outside);
            mailed = mails.to("mailed@example.com");
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

    /** OFBiz's own settings, but for where its mails go. */
    private static Path mailingTo(MailSink mails, OfbizHome ofbiz) throws IOException {
        Path config = Files.createDirectories(TARGET.resolve("ofbiz-config"));
        Files.writeString(config.resolve("general.properties"), Files.readString(ofbiz.directory().resolve(
                "framework/common/config/general.properties"), StandardCharsets.ISO_8859_1) + "\nmail.notifications.enabled=Y\n"
                + "mail.smtp.relay.host=127.0.0.1\nmail.smtp.port=" + mails.port() + "\n", StandardCharsets.ISO_8859_1);
        return config;
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

    /** What the scenario CycleMailsAreSent mails: the invoice with its PDF and a link, and thanks for its payment. */
    @Test
    void mailsOfStepsLeaveOfbizOnceEach() {
        assertEquals(2, mailed.size(), () -> "mails: " + mailed);
        String invoice = mailed.get(0).source();
        assertTrue(invoice.contains("Subject: Invoice ") && invoice.contains("application/pdf"), invoice);
        assertTrue(invoice.matches("(?s).*/pay/control/p/[A-Za-z0-9_-]{22}.*"), invoice);
        String thanks = mailed.get(1).source();
        assertTrue(thanks.contains("Subject: Thank you") && thanks.contains("$64.00") && !thanks.contains("application/pdf"), thanks);
    }

    @TestFactory
    Stream<DynamicTest> scenarios() throws Exception {
        return TestResults.promised(COMPONENT.resolve("testdef/smsbillingtests.xml")).stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            assertTrue(results.containsKey(name), "OFBiz did not run it; see " + TARGET.resolve("ofbiz-test.log"));
            assertEquals("", results.get(name).orElse(""));
        }));
    }
}
