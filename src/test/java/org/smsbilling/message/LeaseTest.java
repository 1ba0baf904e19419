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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

/** When a lease can be taken over. */
class LeaseTest {

    private static final Instant NOW = Instant.parse("2026-03-04T16:00:00Z");

    @Test
    void itEndsAtItsEndAndNotBefore() {
        Lease lease = Lease.of("a", NOW, Duration.ofSeconds(60));
        assertEquals(new Lease("a", Instant.parse("2026-03-04T16:01:00Z")), lease);
        assertFalse(lease.over(NOW.plusSeconds(59)));
        assertTrue(lease.over(NOW.plusSeconds(60)));
    }

    @Test
    void nobodysLeaseIsFree() {
        assertTrue(new Lease(null, null).over(NOW));
    }

    @Test
    void workMustEndWithinIt() {
        Lease lease = Lease.of("a", NOW, Duration.ofSeconds(60));
        assertTrue(lease.outlasts(NOW.plusSeconds(29), Duration.ofSeconds(30)));
        assertFalse(lease.outlasts(NOW.plusSeconds(30), Duration.ofSeconds(30)));
    }
}
