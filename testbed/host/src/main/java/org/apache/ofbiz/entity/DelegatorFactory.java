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
package org.apache.ofbiz.entity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the delegator by its name; the testbed puts its own here when it starts. */
public abstract class DelegatorFactory {

    private static final Map<String, Delegator> DELEGATORS = new ConcurrentHashMap<>();

    /** @return null when no testbed with that delegator runs */
    public static Delegator getDelegator(String delegatorName) {
        return DELEGATORS.get(delegatorName == null ? "default" : delegatorName);
    }

    public static void register(Delegator delegator) {
        DELEGATORS.put(delegator.getDelegatorName(), delegator);
    }

    public static void deregister(Delegator delegator) {
        DELEGATORS.remove(delegator.getDelegatorName(), delegator);
    }
}
