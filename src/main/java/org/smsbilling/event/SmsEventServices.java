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
package org.smsbilling.event;

import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;

/**
 * Services that the entity ECAs run inside the user's transaction. They are guests there: whatever goes wrong is logged and answered as a failure,
 * which OFBiz does not let fail the transaction, and never as an error, which it does.
 */
public final class SmsEventServices {

    private static final String MODULE = SmsEventServices.class.getName();

    private SmsEventServices() { }

    @FunctionalInterface
    private interface Recording {
        void run(EventRecorder recorder) throws GenericEntityException;
    }

    public static Map<String, Object> recordSmsInvoiceCreation(DispatchContext dctx, Map<String, ? extends Object> context) {
        return record(dctx, recorder -> recorder.invoiceCreation((GenericValue) context.get("invoice")));
    }

    public static Map<String, Object> recordSmsInvoiceChange(DispatchContext dctx, Map<String, ? extends Object> context) {
        return record(dctx, recorder -> recorder.invoiceChange((GenericValue) context.get("invoice")));
    }

    public static Map<String, Object> recordSmsInvoiceRemoval(DispatchContext dctx, Map<String, ? extends Object> context) {
        return record(dctx, recorder -> recorder.invoiceRemoval(text(context, "invoiceId"), text(context, "partyIdFrom")));
    }

    public static Map<String, Object> recordSmsInvoiceTerm(DispatchContext dctx, Map<String, ? extends Object> context) {
        return record(dctx, recorder -> recorder.invoiceTerm(text(context, "invoiceId")));
    }

    public static Map<String, Object> recordSmsPaymentApplication(DispatchContext dctx, Map<String, ? extends Object> context) {
        return record(dctx, recorder -> recorder.paymentApplication(text(context, "paymentId"), text(context, "invoiceId")));
    }

    public static Map<String, Object> recordSmsPaymentStatus(DispatchContext dctx, Map<String, ? extends Object> context) {
        return record(dctx, recorder -> recorder.paymentStatus((GenericValue) context.get("payment")));
    }

    public static Map<String, Object> recordSmsGatewayResponse(DispatchContext dctx, Map<String, ? extends Object> context) {
        boolean failed = "Y".equals(context.get("resultDeclined")) || "Y".equals(context.get("resultNsf"));
        return record(dctx, recorder -> recorder.gatewayResponse(text(context, "paymentGatewayResponseId"), failed));
    }

    /** Settings of an organization change: from now on it may be one whose events count. */
    public static Map<String, Object> noteSmsOrganizationChange(DispatchContext dctx, Map<String, ? extends Object> context) {
        try {
            SmsBilling.of(dctx.getDelegator()).events().active().changing();
            return ServiceUtil.returnSuccess();
        } catch (RuntimeException e) {
            return failure(e);
        }
    }

    /** Plans the events that are due, on the calling thread; for the job that does so where the planner's own thread does not run. */
    public static Map<String, Object> planSmsEvents(DispatchContext dctx, Map<String, ? extends Object> context) {
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("handled", SmsBilling.of(dctx.getDelegator()).events().runDue());
            return result;
        } catch (GenericEntityException e) {
            Debug.logError(e, "Events could not be planned; they are looked at again", MODULE);
            return ServiceUtil.returnFailure("Events could not be planned: " + e.getMessage());
        }
    }

    private static Map<String, Object> record(DispatchContext dctx, Recording recording) {
        try {
            SmsBilling billing = SmsBilling.of(dctx.getDelegator());
            recording.run(new EventRecorder(dctx.getDelegator(), billing.events().active(), billing.clock().instant()));
            return ServiceUtil.returnSuccess();
        } catch (GenericEntityException | RuntimeException e) {
            return failure(e);
        }
    }

    private static Map<String, Object> failure(Exception e) {
        Debug.logError(e, "What happened in the business could not be recorded for SMS billing", MODULE);
        return ServiceUtil.returnFailure("SMS billing could not record what happened");
    }

    private static String text(Map<String, ?> context, String name) {
        return (String) context.get(name);
    }
}
