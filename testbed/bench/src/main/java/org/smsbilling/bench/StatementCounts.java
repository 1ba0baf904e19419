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

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * What went to a database through {@link CountingDriver}. A JDBC batch is one statement here, because it is one round trip; the rows in batches are
 * counted beside it.
 */
final class StatementCounts {

    private final LongAdder statements = new LongAdder();
    private final LongAdder batchedRows = new LongAdder();
    private final LongAdder commits = new LongAdder();

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
