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
package org.smsbilling.payercheck;

import java.time.Instant;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.paylink.LinkSnapshot;

/** Whether somebody who has a link has shown to be its customer, where the organization asks for that. */
public final class PayerCheck {

    private PayerCheck() { }

    /** What became of an answer or of asking for a code. */
    public enum Outcome {
        /** The answer is right. */
        PASSED,
        WRONG,
        /** Nobody may answer for this link within the hour. */
        TOO_MANY_TRIES,
        /** A code is on its way. */
        SENT,
        /** Three codes were sent within the hour. */
        CODE_LIMIT,
        /** No such link, nothing to ask, its number wants no texts, or the organization cannot send now. */
        NOT_POSSIBLE
    }

    /** @param grant what the payer got for a right answer, or anything else, or null. @return whether nothing more is to be asked */
    public static boolean passed(Delegator delegator, LinkSnapshot link, String grant, Instant now) throws GenericEntityException {
        return CheckKind.of(link.settings().paymentRules()) == CheckKind.NONE || PayerGrants.valid(delegator, link.linkId(), grant, now);
    }

    /** @return what is asked: where no postal code is on file, or too many were tried, a code is sent instead */
    public static CheckKind kind(Delegator delegator, LinkSnapshot link, Instant now) throws GenericEntityException {
        CheckKind kind = CheckKind.of(link.settings().paymentRules());
        boolean codeInstead = kind == CheckKind.POSTAL_CODE && (PayerTries.guessing(delegator, link.linkId())
                || PostalCodes.onFile(delegator, link.link().getString("customerPartyId"), now).isEmpty());
        return codeInstead ? CheckKind.ONE_TIME_CODE : kind;
    }

    /** @return whether a code was sent that is still good */
    public static boolean codeSent(Delegator delegator, LinkSnapshot link, Instant now) throws GenericEntityException {
        return PayerCodes.waiting(delegator, link.linkId(), now);
    }

    static Outcome answer(Delegator delegator, LinkSnapshot link, String answer, Instant now) throws GenericEntityException {
        CheckKind kind = kind(delegator, link, now);
        if (kind == CheckKind.NONE) {
            return Outcome.NOT_POSSIBLE;
        } else if (!PayerTries.take(delegator, link.linkId(), now)) {
            return Outcome.TOO_MANY_TRIES;
        }
        boolean right = kind == CheckKind.ONE_TIME_CODE ? PayerCodes.matches(delegator, link.linkId(), answer, now)
                : PostalCodes.matches(PostalCodes.onFile(delegator, link.link().getString("customerPartyId"), now), answer);
        if (right) {
            PayerTries.forget(delegator, link.linkId());
        }
        return right ? Outcome.PASSED : Outcome.WRONG;
    }

    static Outcome sendCode(Delegator delegator, LinkSnapshot link, Instant now) throws GenericEntityException {
        if (kind(delegator, link, now) != CheckKind.ONE_TIME_CODE || !link.settings().connected() || !ConsentLedger.mayBeTexted(delegator,
                link.settings().organizationPartyId(), String.valueOf(link.link().getString("contactNumber")))) {
            return Outcome.NOT_POSSIBLE;
        }
        return PayerCodes.send(delegator, link, now) ? Outcome.SENT : Outcome.CODE_LIMIT;
    }
}
