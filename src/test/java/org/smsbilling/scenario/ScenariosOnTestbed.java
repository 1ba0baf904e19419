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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.OutsideProperties;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;

/**
 * Plays all scenarios on the testbed and then searches the log of them for secrets; which database, its subclasses say.
 * {@code -Dscenario=Pilot} plays only those with that in their name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScenariosOnTestbed {
    private LogCapture log;
    private OutsideWorld outside;
    private Testbed testbed;

    /** The testbed to play on, with the component in it. @param root the component's directory */
    abstract TestbedConfig config(OutsideWorld world, Path root);

    @BeforeAll
    void start() {
        log = LogCapture.open();
        outside = OutsideWorld.start(0);
        OutsideProperties.pointAt(outside.baseUri());
        testbed = Testbed.start(config(outside, Path.of("../..").toAbsolutePath().normalize()));
    }

    @AfterAll
    void stop() {
        if (testbed != null) {
            testbed.close();
        }
        outside.close();
        OutsideProperties.forget();
        log.close();
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        String only = System.getProperty("scenario", "");
        Stream<DynamicTest> scenarios = ScenarioCatalog.all().entrySet().stream().filter(entry -> entry.getKey().contains(only))
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> play(entry.getValue())));
        return !only.isEmpty() ? scenarios : Stream.concat(scenarios,
                Stream.of(DynamicTest.dynamicTest("noSecretIsInTheLogOfAllThis", this::noSecretIsInTheLog)));
    }

    private void play(Scenario scenario) throws Exception {
        scenario.play(new Stage(testbed.dispatcher(), outside.baseUri()));
    }

    private void noSecretIsInTheLog() throws Exception {
        Set<String> secrets = new TreeSet<>(List.of(StageData.TWILIO_TOKEN, "not-the-token", "testing123",
                base64(StageData.TWILIO_SID + ":" + StageData.TWILIO_TOKEN), base64("testing:testing123")));
        OutsideWorldClient client = new OutsideWorldClient(outside.baseUri());
        for (String account : List.of(Paying.CARD, Paying.DECLINED_CARD, Paying.SILENT_CARD, Paying.BANK_ACCOUNT)) {
            secrets.add(account.substring(account.indexOf('/') + 1));
            secrets.add(client.accountToken(account));
        }
        client.get("/control/messages?direction=outbound-api").path("messages").forEach(message -> {
            secrets.add(message.path("to").asText().substring(1));
            if (message.path("body").asText().contains("/pay/control/p/")) {
                secrets.add(OutsideWorldClient.tokenIn(message.path("body").asText()));
            }
        });
        assertTrue(secrets.size() > 30, "tokens and numbers of many texts, not only " + secrets.size());
        assertFalse(log.with("This number is too short").isEmpty(), "refusals are in the log, so it was kept");
        for (String secret : secrets) {
            assertEquals(List.of(), log.with(secret), "a secret is in the log");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
