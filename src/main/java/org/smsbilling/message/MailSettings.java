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

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.util.EntityUtilProperties;

/** How OFBiz is set up to mail: general.properties, or the entity SystemProperty in its place. */
public final class MailSettings {

    private static final String RESOURCE = "general";
    private static final int CONNECT_MILLIS = 5_000;
    private static final int LAST_PORT = 65_535;

    private MailSettings() { }

    /** @return false when OFBiz's mail services only say that they have sent */
    public static boolean on(Delegator delegator) {
        return "Y".equalsIgnoreCase(EntityUtilProperties.getPropertyValue(RESOURCE, "mail.notifications.enabled", "N", delegator));
    }

    /** @return false when nothing takes connections where OFBiz's mails go, so that one that fails now has surely not left */
    public static boolean serverAnswers(Delegator delegator) {
        String host = EntityUtilProperties.getPropertyValue(RESOURCE, "mail.smtp.relay.host", "", delegator).strip();
        String port = EntityUtilProperties.getPropertyValue(RESOURCE, "mail.smtp.port", "25", delegator).strip();
        if (host.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            return true;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(port)), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return the address from which mails come that name no other */
    public static String from(Delegator delegator) {
        return EntityUtilProperties.getPropertyValue(RESOURCE, "defaultFromEmailAddress", "ofbizsupport@example.com", delegator);
    }
}
