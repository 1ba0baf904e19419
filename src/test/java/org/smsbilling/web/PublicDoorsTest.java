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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.smsbilling.web.PublicDoors.Door;

/** How many may be inside. */
class PublicDoorsTest {

    private final PublicDoors doors = new PublicDoors();

    @Test
    void theSeventeenthPageIsTurnedAwayWhileTheCarrierStillGetsIn() throws Exception {
        CountDownLatch inside = new CountDownLatch(16);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<String>> pages = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            pages.add(threads.submit(() -> doors.through(Door.PAGES, () -> {
                inside.countDown();
                return await(leave);
            }, () -> "busy")));
        }
        inside.await();
        assertEquals("busy", doors.through(Door.PAGES, () -> "page", () -> "busy"));
        assertEquals("report", doors.through(Door.WEBHOOKS, () -> "report", () -> "busy"));
        leave.countDown();
        for (Future<String> page : pages) {
            assertEquals("page", page.get());
        }
        assertEquals("page", doors.through(Door.PAGES, () -> "page", () -> "busy"));
        threads.shutdown();
    }

    @Test
    void whoFailsInsideLeavesHisPlace() {
        for (int i = 0; i < 100; i++) {
            assertThrows(IllegalStateException.class, () -> doors.through(Door.PAGES, () -> {
                throw new IllegalStateException("broken");
            }, () -> "busy"));
        }
        assertEquals("page", doors.through(Door.PAGES, () -> "page", () -> "busy"));
    }

    private static String await(CountDownLatch leave) {
        try {
            leave.await();
            return "page";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
