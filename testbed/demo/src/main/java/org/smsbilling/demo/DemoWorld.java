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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.outside.twilio.Directory;
import org.smsbilling.scenario.Stage;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.web.WebHost;

/** Everything in one JVM: the outside world, the testbed with the component and the demo data in it, and its web pages. */
public final class DemoWorld implements AutoCloseable {
    private static final int FIRST_PORT = 8080;
    private final OutsideWorld outside;
    private Testbed testbed;
    private WebHost web;

    private DemoWorld(OutsideWorld outside) {
        this.outside = outside;
    }

    /** Starts on free ports, 8080 and 8090 first. @param root the component's directory */
    public static DemoWorld start(Path root) throws GenericEntityException {
        return start(root, freePort(FIRST_PORT), freePort(8090));
    }

    /** Starts on ports that are free: several may run on one machine, each in a JVM of its own. */
    static DemoWorld startAnywhere(Path root) throws GenericEntityException {
        return start(root, freePort(0), freePort(0));
    }

    private static DemoWorld start(Path root, int port, int outsidePort) throws GenericEntityException {
        DemoWorld world = new DemoWorld(OutsideWorld.start(outsidePort));
        boolean started = false;
        try {
            world.startHost(root, port);
            started = true;
            return world;
        } finally {
            if (!started) {
                world.close();
            }
        }
    }

    private void startHost(Path root, int port) throws GenericEntityException {
        System.setProperty("smsbilling.twilio.base", outside.baseUri().toString());
        System.setProperty("smsbilling.cardpointe.base", outside.baseUri().toString());
        System.setProperty("smsbilling.clock", outside.baseUri() + "/clock");
        testbed = Testbed.start(TestbedConfig.inMemory("demo", outside.clock(), root, root.resolve("testbed/demo/demo-data"))
                .withReaders("seed", "seed-initial", "ext-demo"));
        payPagesAt(testbed, "http://127.0.0.1:" + port);
        web = WebHost.start(testbed, port);
        answersGoTo("http://127.0.0.1:" + port);
    }

    /** @return the back office and the pay pages, http://127.0.0.1:PORT */
    public URI web() {
        return web.baseUri();
    }

    /** @return handset, clock and control panel */
    public URI outside() {
        return outside.baseUri();
    }

    /** @return what scenarios play on, to make data of one's own */
    Stage stage() {
        return new Stage(testbed.dispatcher(), outside.baseUri());
    }

    @Override
    public void close() {
        if (web != null) {
            web.close();
        }
        if (testbed != null) {
            testbed.close();
        }
        outside.close();
    }

    /** What an administrator does in the carrier's console. */
    private void answersGoTo(String base) throws GenericEntityException {
        Directory directory = outside.twilio().directory();
        for (GenericValue organization : EntityQuery.use(testbed.delegator()).from("SmsOrganization").queryList()) {
            String address = base + "/pay/hook/inbound/" + organization.getString("hookToken");
            String sender = organization.getString("sender");
            directory.number(sender).ifPresent(number -> directory.put(
                    new Directory.Number(number.sid(), number.accountSid(), number.number(), address)));
            directory.service(sender).ifPresent(service -> directory.put(
                    new Directory.Service(service.sid(), service.accountSid(), service.number(), address)));
        }
    }

    private static void payPagesAt(Testbed testbed, String base) throws GenericEntityException {
        List<GenericValue> organizations = EntityQuery.use(testbed.delegator()).from("SmsOrganization").queryList();
        for (GenericValue organization : organizations) {
            organization.set("publicBaseUrl", base);
            organization.store();
        }
    }

    private static int freePort(int wanted) {
        for (int port : new int[] {wanted, 0}) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return probe.getLocalPort();
            } catch (IOException e) {
                if (port == 0) {
                    throw new IllegalStateException("no free port on this machine", e);
                }
            }
        }
        throw new IllegalStateException("no free port on this machine");
    }
}
