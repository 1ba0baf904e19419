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
package org.smsbilling.provider;

/**
 * What the gateway says today of a charge that it approved earlier.
 *
 * @param status where its money is
 * @param voidable whether it can still be voided
 * @param refundable whether it can be refunded
 */
public record SettlementReport(Status status, boolean voidable, boolean refundable) {

    /** Where the money of an approved charge is. */
    public enum Status {
        /** Approved, and not yet with the banks. */
        WAITING,
        /** The banks have it. For a bank account that is not money yet. */
        ACCEPTED,
        /** The banks refused it, or took it back. */
        REJECTED,
        /** It was voided. */
        VOIDED,
        /** The gateway knows no such charge. */
        NOT_FOUND,
        /** No usable answer; ask again later. */
        NO_ANSWER
    }

    /** @return one with which nothing can be done now */
    public static SettlementReport of(Status status) {
        return new SettlementReport(status, false, false);
    }
}
