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
package org.smsbilling.reminder;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.pause.CollectionPause;
import org.smsbilling.transaction.OwnTransaction;

/** Services by which clerks see, pause and send reminders of an invoice. */
public final class SmsPauseServices {

    private static final String MODULE = SmsPauseServices.class.getName();

    private SmsPauseServices() { }

    /** What is done with the reminders of an invoice once the user may. */
    @FunctionalInterface
    private interface Work {
        Map<String, Object> run(InvoiceReminders reminders, ReminderWords words, Instant now) throws GenericEntityException;
    }

    /** What the invoice page shows about reminders. */
    public static Map<String, Object> getInvoiceSmsReminders(DispatchContext dctx, Map<String, ? extends Object> context) {
        return of(dctx, context, "VIEW", (reminders, words, now) -> {
            Map<String, Object> shown = reminders.show();
            shown.put("canSend", OrganizationAccess.mayUse(dctx.getDelegator(), dctx.getSecurity(), (GenericValue) context.get("userLogin"),
                    reminders.settings().organizationPartyId(), "SEND", now));
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("reminders", shown);
            return result;
        });
    }

    /** No reminders until a day. */
    public static Map<String, Object> pauseSmsReminders(DispatchContext dctx, Map<String, ? extends Object> context) {
        return of(dctx, context, "SEND", (reminders, words, now) -> {
            PauseForm form = PauseForm.check(context, reminders.today());
            if (!form.problems().isEmpty()) {
                return ServiceUtil.returnError(words.of(form.problems()));
            } else if (reminders.pause().isPresent()) {
                return ServiceUtil.returnError(words.of("SmsBillingPausedAlready"));
            }
            QueuedReminders.Paused queued = OwnTransaction.call(() -> store(dctx, context, reminders, now).pause(reminders.invoice(),
                    form.customer(), form.until(), form.reason(), form.note()));
            String stored = words.of("SmsBillingPauseStored", Map.of("count", String.valueOf(queued.cancelled())));
            return ServiceUtil.returnSuccess(queued.shortened() == 0 ? stored
                    : stored + " " + words.of("SmsBillingPauseShortened", Map.of("count", String.valueOf(queued.shortened()))));
        });
    }

    /** Reminders go on. */
    public static Map<String, Object> resumeSmsReminders(DispatchContext dctx, Map<String, ? extends Object> context) {
        return of(dctx, context, "SEND", (reminders, words, now) -> {
            Optional<CollectionPause> pause = reminders.pause();
            while (pause.isPresent()) {
                CollectionPause ended = pause.get();
                OwnTransaction.call(() -> {
                    store(dctx, context, reminders, now).resume(ended, reminders.invoice());
                    return null;
                });
                pause = reminders.pause();
            }
            return ServiceUtil.returnSuccess(words.of("SmsBillingResumed"));
        });
    }

    /** A reminder now, in a tone of the clerk's choice. */
    public static Map<String, Object> sendSmsReminder(DispatchContext dctx, Map<String, ? extends Object> context) {
        return of(dctx, context, "SEND", (reminders, words, now) -> {
            GenericValue userLogin = (GenericValue) context.get("userLogin");
            Map.Entry<Boolean, String> sent = reminders.send((String) context.get("messageType"), (String) context.get("occurrence"),
                    userLogin.getString("userLoginId"));
            SmsBilling.of(dctx.getDelegator()).outbox().wake();
            return sent.getKey() ? ServiceUtil.returnSuccess(sent.getValue()) : ServiceUtil.returnError(sent.getValue());
        });
    }

    private static PauseStore store(DispatchContext dctx, Map<String, ?> context, InvoiceReminders reminders, Instant now) {
        return new PauseStore(dctx.getDelegator(), reminders.settings(), ((GenericValue) context.get("userLogin")).getString("userLoginId"), now);
    }

    private static Map<String, Object> of(DispatchContext dctx, Map<String, ?> context, String action, Work work) {
        Delegator delegator = dctx.getDelegator();
        ReminderWords words = new ReminderWords(ServiceUtil.getLocale(context));
        try {
            Instant now = SmsBilling.of(delegator).clock().instant();
            Optional<InvoiceReminders> reminders = InvoiceReminders.read(delegator, (String) context.get("invoiceId"), words, now);
            if (reminders.isEmpty()) {
                return ServiceUtil.returnError(words.of("SmsBillingRemindNoInvoice"));
            }
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, reminders.get().settings().organizationPartyId(), action);
            return refusal.isPresent() ? ServiceUtil.returnError(refusal.get()) : work.run(reminders.get(), words, now);
        } catch (GenericEntityException e) {
            Debug.logError(e, "Reminders of invoice " + context.get("invoiceId"), MODULE);
            return ServiceUtil.returnError(words.of("SmsBillingReminderDatabaseProblem"));
        }
    }
}
