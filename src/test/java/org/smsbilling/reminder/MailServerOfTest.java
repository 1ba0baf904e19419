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
package org.smsbilling.reminder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;

/** Where OFBiz's mails go: a port that takes connections, or none. */
final class MailServerOfTest implements AutoCloseable {

    private final List<GenericValue> settings = new ArrayList<>();
    private final int port;
    private ServerSocket server;

    /** It runs. */
    MailServerOfTest(Delegator delegator) throws IOException, GenericEntityException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        settings.add(setting(delegator, "mail.smtp.relay.host", "127.0.0.1"));
        settings.add(setting(delegator, "mail.smtp.port", String.valueOf(port)));
    }

    private static GenericValue setting(Delegator delegator, String name, String value) throws GenericEntityException {
        return delegator.create("SystemProperty", "systemResourceId", "general", "systemPropertyId", name, "systemPropertyValue", value);
    }

    void start() throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    void stop() throws IOException {
        server.close();
    }

    @Override
    public void close() throws IOException, GenericEntityException {
        server.close();
        for (GenericValue setting : settings) {
            setting.remove();
        }
    }
}
