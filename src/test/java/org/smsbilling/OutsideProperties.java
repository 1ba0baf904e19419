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
package org.smsbilling;

import java.net.URI;

/** The system properties by which the component finds the outside world; a test that sets them takes them back. */
public final class OutsideProperties {
    private OutsideProperties() { }

    /** Carrier, payment gateway and clock are at this address from now on. */
    public static void pointAt(URI outside) {
        System.setProperty("smsbilling.twilio.base", outside.toString());
        System.setProperty("smsbilling.cardpointe.base", outside.toString());
        System.setProperty("smsbilling.clock", outside + "/clock");
    }

    /** The next test of this JVM finds nothing set. */
    public static void forget() {
        System.clearProperty("smsbilling.twilio.base");
        System.clearProperty("smsbilling.cardpointe.base");
        System.clearProperty("smsbilling.clock");
    }
}
