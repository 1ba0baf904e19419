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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;

import org.apache.ofbiz.entity.Delegator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;

/** A setting of the mail server that is none: OFBiz's mail service says what is wrong with it, and nothing waits for such a server. */
class MailSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"70000", "smtp", ""})
    void aPortThatIsNoneIsLeftToOfbiz(String port) throws Exception {
        try (Testbed testbed = Testbed.start(TestbedConfig.inMemory("mail-port-" + port, Clock.systemUTC(),
                Path.of("../..").toAbsolutePath().normalize()))) {
            Delegator delegator = testbed.delegator();
            delegator.create("SystemProperty", "systemResourceId", "general", "systemPropertyId", "mail.smtp.relay.host",
                    "systemPropertyValue", "127.0.0.1");
            delegator.create("SystemProperty", "systemResourceId", "general", "systemPropertyId", "mail.smtp.port", "systemPropertyValue", port);
            assertTrue(MailSettings.serverAnswers(delegator));
        }
    }
}
