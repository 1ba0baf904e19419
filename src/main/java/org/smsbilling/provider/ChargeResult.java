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

import java.math.BigDecimal;

/** What the gateway made of a charge, as far as is known. */
public sealed interface ChargeResult {

    /** Approved, perhaps for less than was asked.
     * @param approvedAmount decimal units */
    record Approved(String reference, BigDecimal approvedAmount, String code, String text) implements ChargeResult { }

    /** Refused for good; the payer may try another way. */
    record Declined(String reference, String code, String text) implements ChargeResult { }

    /** Not processed; the payer may try the same again. */
    record RetryLater(String code, String text) implements ChargeResult { }

    /** The gateway knows no such order: nothing was charged. Only an inquiry says so. */
    record NotFound() implements ChargeResult { }

    /** No usable answer: it may or may not have happened. */
    record NoAnswer(String text) implements ChargeResult { }
}
