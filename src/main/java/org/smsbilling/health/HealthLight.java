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

import java.util.Collection;
import java.util.Comparator;

/** How something is, the best first. */
public enum HealthLight {
    GREEN, AMBER, RED;

    /** @return the worst of some; green of none */
    static HealthLight worst(Collection<HealthLight> lights) {
        return lights.stream().max(Comparator.naturalOrder()).orElse(GREEN);
    }

    /** @return amber from the first limit on, red from the second on */
    static HealthLight at(double value, double amber, double red) {
        if (value >= red) {
            return RED;
        }
        return value >= amber ? AMBER : GREEN;
    }
}
