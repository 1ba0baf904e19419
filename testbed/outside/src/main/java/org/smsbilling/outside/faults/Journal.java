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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Json;

/** Counts every request to the emulated services by method and path, and remembers the latest. Bodies are not kept. */
public final class Journal {
    private static final int REMEMBERED = 5_000;

    private static final class Entry {
        private final long number;
        private final Instant at;
        private final String method;
        private final String path;
        private final boolean processed;
        private Integer status;

        Entry(long number, Instant at, Call call, boolean processed) {
            this.number = number;
            this.at = at;
            this.method = call.method();
            this.path = call.path();
            this.processed = processed;
        }

        Map<String, Object> toMap() {
            return Json.map("number", number, "at", at.toString(), "method", method, "path", path, "processed", processed,
                    "answered", status == null ? "NOT_YET" : status == 0 ? "DROPPED" : status.toString());
        }
    }

    private final Clock clock;
    private final Deque<Entry> latest = new ArrayDeque<>();
    private final Map<Long, Entry> open = new HashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long total;

    public Journal(Clock clock) {
        this.clock = clock;
    }

    /** @return whether a path belongs to an emulated service, so that it is counted and faults apply */
    public static boolean concerns(String path) {
        return path.startsWith("/2010-04-01/") || path.startsWith("/v1/") || path.startsWith("/cardconnect/") || path.startsWith("/cardsecure/")
                || path.startsWith("/itoke/");
    }

    /** @return the request's number, for {@link #answered} */
    public synchronized long arrived(Call call, Verdict verdict) {
        Entry entry = new Entry(++total, clock.instant(), call, verdict.processed());
        counts.merge(call.method() + " " + call.path(), 1L, Long::sum);
        latest.addLast(entry);
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
        open.put(entry.number, entry);
        return entry.number;
    }

    /** @param status 0 if the connection was dropped */
    public synchronized void answered(long number, int status) {
        Entry entry = open.remove(number);
        if (entry != null) {
            entry.status = status;
        }
    }

    public synchronized void clear() {
        latest.clear();
        open.clear();
        counts.clear();
        total = 0;
    }

    /** @param method "" for any
     * @param path may contain * */
    public synchronized long count(String method, String path) {
        return matching(method, path).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Like {@link #count}, for people and tests in other processes. */
    public synchronized Map<String, Object> report(String method, String path) {
        Pattern pattern = Fault.glob(path);
        List<Map<String, Object>> requests = new ArrayList<>();
        for (Entry entry : latest) {
            if (pattern.matcher(entry.path).matches() && (method.isEmpty() || method.equals(entry.method))) {
                requests.add(entry.toMap());
            }
        }
        return Json.map("total", count(method, path), "counts", matching(method, path), "requests", requests);
    }

    private Map<String, Long> matching(String method, String path) {
        Pattern pattern = Fault.glob(path);
        Map<String, Long> matching = new TreeMap<>(counts);
        matching.keySet().removeIf(key -> {
            int space = key.indexOf(' ');
            return !(method.isEmpty() || key.substring(0, space).equals(method)) || !pattern.matcher(key.substring(space + 1)).matches();
        });
        return matching;
    }
}
