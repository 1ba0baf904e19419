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
package org.smsbilling.delivery;

import java.util.ArrayList;
import java.util.List;

/** Whose turn it is when there are more than can be asked about in one run: neither what is new nor what was asked about before starves. */
final class Turns {

    private Turns() { }

    /**
     * @param fresh never asked about, the oldest first
     * @param again asked about before and due again, the one that is due for longest first
     * @return at most so many: half of each, or more of one when there are fewer of the other
     */
    static <T> List<T> of(List<T> fresh, List<T> again, int most) {
        int half = most / 2;
        List<T> turns = new ArrayList<>(fresh.subList(0, Math.min(fresh.size(), Math.max(half, most - again.size()))));
        turns.addAll(again.subList(0, Math.min(again.size(), most - turns.size())));
        return turns;
    }
}
