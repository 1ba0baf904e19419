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

import org.smsbilling.paylink.LinkState;

/**
 * What became of tapping Pay.
 *
 * @param reason why it was or was not started
 * @param attemptId the attempt that was started, or the one that is under way already; null when there is none
 * @param orderId by which only the payer who started it can ask for the receipt; null unless started
 * @param due what there is to pay now, when that is the point; else null
 * @param linkState what the link can do now, when that is the point; else null
 */
record StartOutcome(Reason reason, String attemptId, String orderId, AmountDue due, LinkState linkState) {

    /** Why a payment was or was not started; the label of its words is "SmsBillingPayStart_" and the constant. */
    enum Reason { STARTED, UNDER_WAY, AMOUNT_CHANGED, NOT_AUTHORIZED, METHOD_OFF, ACCOUNT_MISSING, TOO_MANY_TRIES, LINK_NOT_PAYABLE,
        AMOUNT_NOT_VALID, AMOUNT_TOO_LOW, CHECK_FIRST }

    static StartOutcome started(String attemptId, String orderId) {
        return new StartOutcome(Reason.STARTED, attemptId, orderId, null, null);
    }

    static StartOutcome underWay(String attemptId) {
        return new StartOutcome(Reason.UNDER_WAY, attemptId, null, null, LinkState.CHECKING);
    }

    static StartOutcome amountChanged(AmountDue due) {
        return new StartOutcome(Reason.AMOUNT_CHANGED, null, null, due, null);
    }

    static StartOutcome notPayable(LinkState state) {
        return new StartOutcome(Reason.LINK_NOT_PAYABLE, null, null, null, state);
    }

    static StartOutcome refused(Reason reason) {
        return new StartOutcome(reason, null, null, null, null);
    }
}
