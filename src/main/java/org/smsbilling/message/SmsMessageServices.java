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
package org.smsbilling.message;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.organization.DatabaseProblem;
import org.smsbilling.organization.RefusedException;

/** Services about sending invoices by SMS; services_message.xml says what they take and give. */
public final class SmsMessageServices {

    private static final String MODULE = SmsMessageServices.class.getName();
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private SmsMessageServices() { }

    public static Map<String, Object> getInvoiceSmsOverview(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(dctx, context, call -> {
            Optional<InvoiceSending> sending = InvoiceSending.read(call.delegator(), call.text("invoiceId"), call.now());
            if (sending.isEmpty() || call.refusal(sending.get().organizationPartyId(), "VIEW").isPresent()) {
                return call.success("overview", InvoiceSmsOverview.hidden());
            }
            boolean maySend = call.refusal(sending.get().organizationPartyId(), "SEND").isEmpty();
            return call.success("overview", new InvoiceSmsOverview(call.delegator(), sending.get(), call.labels(), call.now()).show(maySend));
        });
    }

    public static Map<String, Object> prepareInvoiceSms(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(dctx, context, call -> {
            InvoiceSending sending = call.sending();
            InvoiceSmsDialog dialog = new InvoiceSmsDialog(call.delegator(), call.billing().smsProvider(), sending, call.labels(), call.now());
            return call.success("dialog", dialog.show(call.text("contactNumber"), call.text("countryCode")));
        });
    }

    public static Map<String, Object> sendInvoiceSms(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(dctx, context, call -> {
            InvoiceSending sending = call.sending();
            ExplicitSend.Result result = new ExplicitSend(call.delegator(), sending, call.labels(), call.now()).send(new ExplicitSend.Request(
                    call.text("contactNumber"), call.text("countryCode"), call.text("occurrence"), "Y".equals(call.text("confirmedResend")),
                    call.userLoginId()));
            if (result.refusal() != null) {
                return ServiceUtil.returnError(result.refusal());
            }
            call.billing().outbox().wake();
            Map<String, Object> success = call.success("messageId", result.message().getString("messageId"));
            success.put("alreadySent", result.alreadySent());
            success.put("outcome", call.outcome(result.message()));
            return success;
        });
    }

    public static Map<String, Object> getSmsMessageOutcome(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(dctx, context, call -> {
            Long wait = (Long) context.get("waitMillis");
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(wait == null ? 0 : wait, LONGEST_WAIT_MILLIS));
            Map<String, Object> outcome = call.outcome(call.message());
            while (!Boolean.TRUE.equals(outcome.get("finished")) && System.nanoTime() < end && call.pause()) {
                outcome = call.outcome(call.message());
            }
            return call.success("outcome", outcome);
        });
    }

    public static Map<String, Object> getSmsMessageDetails(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(dctx, context, call -> {
            GenericValue message = call.message();
            return call.success("details", MessageDetails.of(call.delegator(), message, call.zone(message), call.labels()));
        });
    }

    /** One service call. */
    private interface Body {
        Map<String, Object> answer(MessageServiceCall call) throws GenericEntityException, RefusedException;
    }

    private static Map<String, Object> answer(DispatchContext dctx, Map<String, ? extends Object> context, Body body) {
        try {
            return body.answer(new MessageServiceCall(dctx, context));
        } catch (RefusedException e) {
            return ServiceUtil.returnError(e.getMessage());
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "A service about messages failed", MODULE);
        }
    }
}
