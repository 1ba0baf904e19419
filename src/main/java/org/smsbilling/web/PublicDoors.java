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
package org.smsbilling.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lets only so many public requests work at once and turns the others away at once, so that a flood from outside leaves threads and database
 * connections to the back office. Each may hold two connections for a moment; their sum stays well below the 250 connections and 200 threads that
 * OFBiz has unless set otherwise.
 */
public final class PublicDoors {

    /** Where the public comes in; what waits at one does not block the others. */
    public enum Door {
        /** Pages of links. */
        PAGES(16),
        /** Tapping Pay. */
        PAYMENTS(16),
        /** Waiting for the gateway's answer, which holds a thread and hardly ever a connection. */
        PROGRESS(64),
        /** The carrier's reports. */
        WEBHOOKS(16);

        private final int atOnce;

        Door(int atOnce) {
            this.atOnce = atOnce;
        }
    }

    private final Map<Door, Semaphore> free;

    public PublicDoors() {
        free = new EnumMap<>(Arrays.stream(Door.values()).collect(Collectors.toMap(Function.identity(), door -> new Semaphore(door.atOnce))));
    }

    /**
     * @param turnedAway what is answered when too many are inside
     * @return what the work gave, or that
     */
    public <T> T through(Door door, Supplier<T> work, Supplier<T> turnedAway) {
        Semaphore place = free.get(door);
        if (!place.tryAcquire()) {
            return turnedAway.get();
        }
        try {
            return work.get();
        } finally {
            place.release();
        }
    }
}
