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

/** Lets a thread sleep until somebody wakes it or a time is over; a call while it is awake counts for its next sleep. */
public final class WakeSignal {

    private boolean awake;

    public synchronized void wake() {
        awake = true;
        notifyAll();
    }

    /** @param millis the longest sleep */
    public synchronized void sleep(long millis) throws InterruptedException {
        if (!awake && millis > 0) {
            wait(millis);
        }
        awake = false;
    }
}
