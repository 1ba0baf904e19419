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

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smsbilling.outside.web.BadRequest;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;

/** One fault on demand: which requests it concerns, how often, and what happens to them. */
public final class Fault {
    /** What happens. NONE only delays. A request that was processed is recorded by the emulator, whatever its sender learns. */
    public enum Kind {
        /** Only the delays apply. */ NONE,
        /** Connection closed, nothing recorded. */ DROP_BEFORE,
        /** Recorded, then connection closed without an answer. */ DROP_AFTER,
        /** An error status, nothing recorded. */ STATUS,
        /** Recorded, then an error status. */ STATUS_AFTER,
        /** Payment declined. */ DECLINE,
        /** Payment approved in part. */ PARTIAL,
        /** Payment gateway says: try again. */ RETRY
    }

    private final Kind kind;
    private final String method;
    private final String path;
    private final Pattern pathPattern;
    private final String bodyContains;
    private final int status;
    private final long delayMillis;
    private final long processAfterMillis;
    private final double probability;
    private final Random random;
    private long times;

    /** @throws BadRequest if the description is wrong; its fields are listed in the module's README */
    public Fault(JsonNode described) {
        try {
            kind = Kind.valueOf(described.path("kind").asText("NONE"));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("kind must be one of " + Arrays.toString(Kind.values()));
        }
        method = described.path("method").asText("");
        path = described.path("path").asText("*");
        pathPattern = glob(path);
        bodyContains = described.path("bodyContains").asText("");
        status = described.path("status").asInt(503);
        delayMillis = described.path("delayMillis").asLong(0);
        processAfterMillis = described.path("processAfterMillis").asLong(0);
        probability = described.path("probability").asDouble(1);
        random = new Random(described.path("seed").asLong(1));
        times = described.path("times").asLong(Long.MAX_VALUE);
    }

    static Pattern glob(String text) {
        return Pattern.compile(Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean concerns(Call call) {
        return times > 0 && (method.isEmpty() || method.equals(call.method())) && pathPattern.matcher(call.path()).matches()
                && call.body().contains(bodyContains);
    }

    /** Counts a request that this fault concerns. @return whether it strikes */
    boolean strikes() {
        if (probability < 1 && random.nextDouble() >= probability) {
            return false;
        }
        times--;
        return true;
    }

    boolean spent() {
        return times <= 0;
    }

    boolean delaysOnly() {
        return kind == Kind.NONE;
    }

    Verdict on(Verdict soFar) {
        Verdict decided = alone(soFar);
        return new Verdict(decided.processed(), decided.dropped(), decided.status(), decided.forced(),
                soFar.processAfterMillis() + processAfterMillis, soFar.delayMillis() + delayMillis);
    }

    private Verdict alone(Verdict soFar) {
        return switch (kind) {
        case NONE -> soFar;
        case DROP_BEFORE -> new Verdict(false, true, 0, "", 0, 0);
        case DROP_AFTER -> new Verdict(true, true, 0, "", 0, 0);
        case STATUS -> new Verdict(false, false, status, "", 0, 0);
        case STATUS_AFTER -> new Verdict(true, false, status, "", 0, 0);
        case DECLINE, PARTIAL, RETRY -> new Verdict(true, false, 0, kind.name(), 0, 0);
        };
    }

    Map<String, Object> toMap() {
        return Json.map("kind", kind.name(), "method", method, "path", path, "bodyContains", bodyContains, "status", status,
                "delayMillis", delayMillis, "processAfterMillis", processAfterMillis, "probability", probability,
                "timesLeft", times == Long.MAX_VALUE ? null : times);
    }
}
