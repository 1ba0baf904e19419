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
package org.smsbilling.reconciliation;

/** How many single questions the gateway may still be asked about one day: CardPointe answers 20 of a kind a minute. Not thread-safe. */
final class Questions {

    private static final int MOST = 15;

    private int asked;

    /** @return whether one more may be asked, which then counts */
    boolean more() {
        return asked++ < MOST;
    }
}
