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
package org.smsbilling.payment;

/**
 * What a person says of a charge that the component could not end by itself.
 *
 * @param reference the gateway's, under which the person found it; empty unless {@link Word#CHARGED}
 * @param reason in the person's own words, not empty
 */
record ChargeDecision(Word word, String reference, String reason, String userLoginId) {

    static final int LONGEST_REASON = 255;

    /** What became of it. */
    enum Word {
        /** The gateway did not tell, and has it. */
        CHARGED,
        /** The gateway did not tell, and does not have it. */
        NOT_CHARGED,
        /** The part that was approved is kept as a payment. */
        KEPT,
        /** The part that was approved went back to the customer. */
        GIVEN_BACK;

        /** @return whether it can be said of a charge in that state */
        boolean fits(AttemptState state) {
            return state == (this == CHARGED || this == NOT_CHARGED ? AttemptState.UNKNOWN : AttemptState.PARTIAL);
        }
    }
}
