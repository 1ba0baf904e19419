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

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;

/** A thread of its own that does some work again and again: at once when there is more or somebody woke it, else every second. */
public final class PollingThread implements AutoCloseable {
    private static final long POLL_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 30_000;

    /** What is done each time. */
    @FunctionalInterface
    public interface Work {
        /** @return whether there may be more at once */
        boolean run() throws GenericEntityException;
    }

    private final String name;
    private final Work work;
    private final WakeSignal signal = new WakeSignal();
    private Thread thread;
    private volatile boolean closing;

    public PollingThread(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    /** A second call does nothing. */
    public synchronized void start() {
        if (thread == null && !closing) {
            thread = new Thread(this::loop, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    public void wake() {
        signal.wake();
    }

    private void loop() {
        while (!closing) {
            boolean more = false;
            try {
                more = work.run();
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logError(e, name + " failed; it goes on in a second", PollingThread.class.getName());
            }
            try {
                signal.sleep(more ? 0 : POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Begins nothing any more and waits for what is under way. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closing = true;
            running = thread;
        }
        signal.wake();
        if (running != null) {
            try {
                running.join(CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
