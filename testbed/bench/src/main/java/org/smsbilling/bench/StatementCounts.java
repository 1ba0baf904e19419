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
package org.smsbilling.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What went to a database through {@link CountingDriver}. A JDBC batch is one statement here, because it is one round trip; the rows in batches are
 * counted beside it.
 */
final class StatementCounts {

    private final LongAdder statements = new LongAdder();
    private final LongAdder batchedRows = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
    private volatile boolean timed;

    /** Figures at one moment. */
    record Snapshot(long statements, long batchedRows, long commits) {

        Snapshot minus(Snapshot earlier) {
            return new Snapshot(statements - earlier.statements, batchedRows - earlier.batchedRows, commits - earlier.commits);
        }

        /** @return figures for each of so many operations, in words */
        String each(long operations) {
            return String.format(Locale.ENGLISH, "%.2f statements (and %.2f rows in batches) and %.3f commits each", (double) statements / operations,
                    (double) batchedRows / operations, (double) commits / operations);
        }
    }

    void statement(boolean commitsItself) {
        statements.increment();
        if (commitsItself) {
            commits.increment();
        }
    }

    /** From now on the time of each statement is added up. */
    void time() {
        timed = true;
        nanos.clear();
    }

    void took(String sql, long time) {
        if (timed) {
            nanos.computeIfAbsent(sql.replaceAll("\\?(, \\?)+", "?..."), any -> new LongAdder()).add(time);
        }
    }

    /** @return statements that took most time, with milliseconds */
    List<String> slowest(int most) {
        return nanos.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, LongAdder> each) -> -each.getValue().sum())).limit(most)
                .map(each -> String.format(Locale.ENGLISH, "%,8d ms  %s", each.getValue().sum() / 1_000_000,
                        each.getKey().replaceAll("SELECT .* FROM", "SELECT ... FROM").replaceAll("\\) VALUES.*", ")"))).toList();
    }

    void batchedRow() {
        batchedRows.increment();
    }

    void commit() {
        commits.increment();
    }

    Snapshot now() {
        return new Snapshot(statements.sum(), batchedRows.sum(), commits.sum());
    }
}
