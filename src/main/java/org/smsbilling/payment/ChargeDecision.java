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
 * What a person says of a charge of which the gateway does not tell.
 *
 * @param charged whether the gateway has it
 * @param reference the gateway's, under which the person found it; empty when it does not have it
 * @param reason in the person's own words, not empty
 */
record ChargeDecision(boolean charged, String reference, String reason, String userLoginId) {

    static final int LONGEST_REASON = 255;

    String name() {
        return charged ? "CHARGED" : "NOT_CHARGED";
    }
}
