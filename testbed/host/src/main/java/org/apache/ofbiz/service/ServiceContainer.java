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
package org.apache.ofbiz.service;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.apache.ofbiz.entity.Delegator;

/** Gives the dispatcher of a delegator, under the name that is asked for. */
public final class ServiceContainer {

    private static final AtomicReference<BiFunction<String, Delegator, LocalDispatcher>> FACTORY = new AtomicReference<>();

    private ServiceContainer() { }

    public static void setFactory(BiFunction<String, Delegator, LocalDispatcher> factory) {
        FACTORY.set(factory);
    }

    /** @throws IllegalStateException when no testbed runs */
    public static LocalDispatcher getLocalDispatcher(String dispatcherName, Delegator delegator) {
        BiFunction<String, Delegator, LocalDispatcher> factory = FACTORY.get();
        if (factory == null) {
            throw new IllegalStateException("No testbed runs");
        }
        return factory.apply(dispatcherName, delegator);
    }
}
