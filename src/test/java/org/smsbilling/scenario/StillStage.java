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

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.smsbilling.SmsBilling;
import org.smsbilling.cardpointe.CardPointeGateway;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.twilio.TwilioSmsProvider;

/** A testbed on H2 at one moment, in which nothing happens by itself and nobody is outside. */
public final class StillStage implements AutoCloseable {

    private final Testbed testbed;
    private final Stage stage;

    public StillStage(String database, Instant moment) throws Exception {
        Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
        testbed = Testbed.start(TestbedConfig.inMemory(database, clock, Path.of("../..").toAbsolutePath().normalize()));
        SmsBilling billing = new SmsBilling(testbed.delegator(), clock, new TwilioSmsProvider(Optional.empty(), clock),
                new CardPointeGateway(Optional.empty()));
        billing.outbox().close();
        billing.events().close();
        SmsBilling.install(billing);
        testbed.delegator().removeByAnd("JobSandbox", "poolId", "pool");
        stage = new Stage(testbed.dispatcher(), URI.create("http://127.0.0.1:9"));
    }

    public Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        testbed.close();
    }
}
