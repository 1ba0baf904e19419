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
package org.smsbilling.testbed;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.service.LocalDispatcher;

/** A running stand-in for OFBiz: entities, services, jobs and containers of the components. One in a JVM at a time. */
public final class Testbed implements AutoCloseable {

    private Testbed() { }

    /** @throws IllegalStateException when a component has something that the testbed does not know */
    public static Testbed start(TestbedConfig config) {
        throw new UnsupportedOperationException("being written: " + config);
    }

    public Delegator delegator() {
        throw new UnsupportedOperationException("being written");
    }

    public LocalDispatcher dispatcher() {
        throw new UnsupportedOperationException("being written");
    }

    /** Stops containers, jobs and the database connections. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("being written");
    }
}
