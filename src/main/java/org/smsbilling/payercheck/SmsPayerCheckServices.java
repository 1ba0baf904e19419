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
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.payercheck.PayerCheck.Outcome;
import org.smsbilling.paylink.LinkSnapshot;
import org.smsbilling.paylink.LinkState;
import org.smsbilling.paylink.ShortAddress;
import org.smsbilling.payment.PayTexts;

/** Services of the check before a pay page shows anything personal. */
public final class SmsPayerCheckServices {

    private SmsPayerCheckServices() { }

    /** One question about a link that can be paid. */
    private interface Body {
        Outcome answer(Delegator delegator, LinkSnapshot link, Instant now) throws GenericEntityException;
    }

    /** confirmSmsPayer: outcome is an {@link Outcome}; grant is there when it is PASSED. A wrong answer counts as a wrong link of the network. */
    public static Map<String, Object> confirmSmsPayer(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        SmsBilling billing = SmsBilling.of(delegator);
        String[] grant = new String[1];
        Map<String, Object> result = answer(dctx, context, (same, link, now) -> {
            Outcome outcome = PayerCheck.answer(delegator, link, (String) context.get("answer"), now);
            if (outcome == Outcome.PASSED) {
                grant[0] = PayerGrants.give(delegator, link.linkId(), now);
            } else if (outcome == Outcome.WRONG) {
                billing.linkGuesses().wrong(ShortAddress.of((String) context.get("remoteAddress")));
            }
            return outcome;
        });
        if (grant[0] != null) {
            result.put("grant", grant[0]);
        }
        return result;
    }

    /** sendSmsPayerCode: outcome is an {@link Outcome}. */
    public static Map<String, Object> sendSmsPayerCode(DispatchContext dctx, Map<String, ?> context) {
        Map<String, Object> result = answer(dctx, context, PayerCheck::sendCode);
        SmsBilling.of(dctx.getDelegator()).outbox().wake();
        return result;
    }

    private static Map<String, Object> answer(DispatchContext dctx, Map<String, ?> context, Body body) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        Instant now = billing.clock().instant();
        String network = ShortAddress.of((String) context.get("remoteAddress"));
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            Outcome outcome = Outcome.NOT_POSSIBLE;
            if (billing.linkGuesses().turnsAway(network)) {
                outcome = Outcome.TOO_MANY_TRIES;
            } else {
                Optional<LinkSnapshot> link = LinkSnapshot.find(dctx.getDelegator(), (String) context.get("token"), now);
                if (link.isEmpty()) {
                    billing.linkGuesses().wrong(network);
                } else if (link.get().state() == LinkState.PAYABLE) {
                    outcome = body.answer(dctx.getDelegator(), link.get(), now);
                }
            }
            result.put("outcome", outcome.name());
            return result;
        } catch (GenericEntityException e) {
            return ServiceUtil.returnError(new PayTexts(ServiceUtil.getLocale(context)).get("SmsBillingPayNotNow"));
        }
    }
}
