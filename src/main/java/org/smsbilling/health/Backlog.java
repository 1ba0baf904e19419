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

import java.time.Duration;

/**
 * What should have been done by now.
 *
 * @param count how much
 * @param age of the oldest; zero when there is none
 */
public record Backlog(long count, Duration age) {
    /** @return both together */
    Backlog and(Backlog other) {
        return new Backlog(count + other.count, age.compareTo(other.age) >= 0 ? age : other.age);
    }
}
