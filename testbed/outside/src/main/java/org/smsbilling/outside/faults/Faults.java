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
package org.smsbilling.outside.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smsbilling.outside.web.Call;

/** The faults in force. The delays of all that concern a request add up; of the others the first decides. */
public final class Faults {
    private final List<Fault> inForce = new ArrayList<>();
    private volatile boolean none = true;

    public synchronized void add(Fault fault) {
        inForce.add(fault);
        none = false;
    }

    public synchronized void clear() {
        inForce.clear();
        none = true;
    }

    public synchronized List<Map<String, Object>> list() {
        return inForce.stream().map(Fault::toMap).toList();
    }

    /** @return what happens to this request; uses up the faults that strike it */
    public Verdict judge(Call call) {
        return none ? Verdict.FAULTLESS : judgeByEach(call);
    }

    private synchronized Verdict judgeByEach(Call call) {
        Verdict verdict = Verdict.FAULTLESS;
        boolean decided = false;
        for (Fault fault : inForce) {
            if (fault.concerns(call) && !(decided && !fault.delaysOnly()) && fault.strikes()) {
                verdict = fault.on(verdict);
                decided |= !fault.delaysOnly();
            }
        }
        inForce.removeIf(Fault::spent);
        none = inForce.isEmpty();
        return verdict;
    }
}
