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
package org.smsbilling.bench.faults;

import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.outside.faults.Fault;

/** What carrier and gateway do wrong during the run, chosen by a seed. */
final class Trouble {

    private static final String MESSAGES = "/2010-04-01/Accounts/*/Messages.json";
    private static final String AUTH = "/cardconnect/rest/auth";
    private static final String INQUIRE = "/cardconnect/rest/inquire*";
    private static final List<String> WEBHOOKS = List.of("NORMAL", "DUPLICATED", "REORDERED");

    private final OutsideWorld outside;
    private final Random random;

    Trouble(OutsideWorld outside, Random random) {
        this.outside = outside;
        this.random = random;
    }

    /** Each request meets each of these with a small probability. */
    void begin() {
        fault("POST", MESSAGES, "STATUS", 0.02, 500, 0);
        fault("POST", MESSAGES, "STATUS_AFTER", 0.01, 503, 0);
        fault("POST", MESSAGES, "DROP_BEFORE", 0.01, 0, 0);
        fault("POST", MESSAGES, "DROP_AFTER", 0.02, 0, 0);
        fault("POST", MESSAGES, "STATUS", 0.02, 429, 0);
        fault("POST", MESSAGES, "NONE", 0.05, 0, 800);
        fault("PUT", AUTH, "DROP_BEFORE", 0.03, 0, 0);
        fault("PUT", AUTH, "DROP_AFTER", 0.05, 0, 0);
        fault("PUT", AUTH, "STATUS_AFTER", 0.03, 500, 0);
        fault("PUT", AUTH, "RETRY", 0.03, 0, 0);
        fault("PUT", AUTH, "NONE", 0.10, 0, 1_500);
        fault("GET", INQUIRE, "STATUS", 0.05, 500, 0);
    }

    /** Another way for reports to travel. */
    void change() {
        outside.twilio().webhooks().mode(WEBHOOKS.get(random.nextInt(WEBHOOKS.size())));
    }

    void end() {
        outside.faults().clear();
        outside.twilio().webhooks().mode("NORMAL");
    }

    private void fault(String method, String path, String kind, double probability, int status, long delayMillis) {
        ObjectNode described = new ObjectMapper().createObjectNode().put("kind", kind).put("method", method).put("path", path)
                .put("probability", probability).put("seed", random.nextLong()).put("delayMillis", delayMillis);
        if (status > 0) {
            described.put("status", status);
        }
        outside.faults().add(new Fault(described));
    }
}
