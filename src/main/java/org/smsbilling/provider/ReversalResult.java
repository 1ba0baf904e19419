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

/** What the gateway made of a void or a refund, as far as is known. */
public sealed interface ReversalResult {

    /** The money goes back.
     * @param reference of the transaction that gives it back; of the charge itself for a void */
    record Done(String reference) implements ReversalResult { }

    /** Nothing happened.
     * @param text the gateway's words */
    record Refused(String code, String text) implements ReversalResult { }

    /** No usable answer: it may or may not have happened. */
    record NoAnswer(String text) implements ReversalResult { }
}
