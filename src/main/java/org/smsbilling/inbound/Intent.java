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
package org.smsbilling.inbound;

/** What the sender of a text wants, as far as texts are concerned. */
public enum Intent {
    /** No more texts. */
    OPT_OUT,
    /** The number is not the customer's: no more texts, and somebody should look for the right number. */
    WRONG_NUMBER,
    /** Texts again. */
    OPT_IN,
    /** A yes: texts again when there was an opt-out, else an answer to something that was asked. */
    YES,
    /** What is this, and how does it end? */
    HELP,
    /** It may be an opt-out: a person has to read it. */
    UNCLEAR,
    /** Anything else. */
    REPLY;

    /** @return whether texts end by it */
    public boolean revokes() {
        return this == OPT_OUT || this == WRONG_NUMBER;
    }

    /** @return key of its words in SmsBillingInboundLabels */
    public String labelKey() {
        return "SmsBillingIntent_" + name();
    }
}
