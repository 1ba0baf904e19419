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
package org.smsbilling.health;

import java.util.Map;

/**
 * One thing that is looked at.
 *
 * @param name the label of its title is "SmsBillingHealth_" and this name
 * @param labelKey in SmsBillingHealthLabels: what it is like and, unless green, what to do
 * @param values what the words mention, as texts
 */
public record HealthItem(String name, HealthLight light, String labelKey, Map<String, String> values) {

    public HealthItem {
        values = Map.copyOf(values);
    }

    static HealthItem of(String name, HealthLight light, String state, Map<String, String> values) {
        return new HealthItem(name, light, "SmsBillingHealth_" + name + "_" + state, values);
    }

    /** Words that depend on the light alone. */
    static HealthItem of(String name, HealthLight light, Map<String, String> values) {
        return of(name, light, light.name(), values);
    }
}
