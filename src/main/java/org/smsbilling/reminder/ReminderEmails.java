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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageFacts;
import org.smsbilling.message.MessageMail;
import org.smsbilling.message.MessageTemplates;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.ReminderWording;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.planning.StepKey;
import org.smsbilling.recipient.PartyNames;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Sends steps by e-mail with OFBiz's own services. The step run is written before the mail service is called and tells afterwards what came of it,
 * so that a step is mailed at most once. A step that cannot be mailed is never texted instead.
 */
public final class ReminderEmails {

    private static final String MODULE = ReminderEmails.class.getName();
    private static final int TIMEOUT_SECONDS = 120;

    private final LocalDispatcher dispatcher;
    private final Delegator delegator;

    public ReminderEmails(LocalDispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.delegator = dispatcher.getDelegator();
    }

    /** No transaction may be open. @return how many steps were run, mailed or not */
    public int send(OrganizationSettings settings, Collection<DueReminder> reminders, Instant now) throws GenericEntityException {
        if (reminders.isEmpty()) {
            return 0;
        }
        Map<String, String> addresses = EmailAddresses.read(delegator, reminders.stream().map(due -> due.invoice().customerPartyId())
                .collect(Collectors.toSet()), now);
        Letters letters = new Letters(settings, now, MessageTemplates.read(delegator, List.of(settings.organizationPartyId())),
                PartyNames.read(delegator, reminders.stream().map(due -> due.invoice().customerPartyId()).collect(Collectors.toSet())),
                EmailAddresses.read(delegator, List.of(settings.organizationPartyId()), now).get(settings.organizationPartyId()));
        int sent = 0;
        for (DueReminder reminder : reminders) {
            String address = addresses.get(String.valueOf(reminder.invoice().customerPartyId()));
            if (begun(reminder, address == null ? EmailOutcome.EMAIL_NO_ADDRESS : EmailOutcome.EMAIL_SENDING, now)) {
                sent++;
                if (address != null) {
                    ended(reminder, mail(letters.write(reminder, address)), now);
                }
            }
        }
        return sent;
    }

    /** What all e-mails of a run share. */
    private record Letters(OrganizationSettings settings, Instant now, MessageTemplates templates, Map<String, String> names, String from) {

        ReminderEmail write(DueReminder reminder, String to) {
            InvoiceFacts invoice = reminder.invoice();
            CollectionStep step = reminder.occurrence().step();
            if (step.emailTemplateSettingId() != null) {
                return ReminderEmail.bySetting(settings, invoice, step.emailTemplateSettingId(), to);
            }
            MessageType type = ReminderWording.of(step.messageType(), List.of(invoice), now.atZone(settings.zoneId()).toLocalDate());
            MessageFacts facts = new MessageFacts(settings, List.of(invoice), settings.locale(),
                    names.getOrDefault(String.valueOf(invoice.customerPartyId()), ""), null,
                    MessageContent.ofTemplate(step.templateId(), reminder.lateFee()), "", now);
            return ReminderEmail.byTemplate(settings, invoice, MessageMail.of(type, facts, templates), to, from);
        }
    }

    /** @return false when it was begun before, by whomever */
    private boolean begun(DueReminder reminder, EmailOutcome outcome, Instant now) throws GenericEntityException {
        try {
            return OwnTransaction.call(() -> {
                if (EntityQuery.use(delegator).from("SmsStepRun").where(key(reminder)).queryCount() > 0) {
                    return false;
                }
                Map<String, Object> run = key(reminder);
                run.put("outcome", outcome.name());
                run.put("createdDate", Timestamp.from(now));
                delegator.create("SmsStepRun", run);
                if (outcome != EmailOutcome.EMAIL_SENDING) {
                    audit(reminder, outcome, "", now);
                }
                return true;
            });
        } catch (GenericEntityException e) {
            if (OwnTransaction.call(() -> EntityQuery.use(delegator).from("SmsStepRun").where(key(reminder)).queryCount()) == 0) {
                throw e;
            }
            Debug.logInfo("Invoice " + reminder.invoice().invoiceId() + " is being mailed by another node", MODULE);
            return false;
        }
    }

    private record Result(EmailOutcome outcome, String note) { }

    private Result mail(ReminderEmail email) throws GenericEntityException {
        try {
            if (email.templateMissing(delegator)) {
                return new Result(EmailOutcome.EMAIL_FAILED, "EmailTemplateSetting " + email.emailTemplateSettingId() + " is missing");
            }
            Map<String, Object> context = email.context();
            context.put("userLogin", EntityQuery.use(delegator).from("UserLogin").where("userLoginId", "system").queryOne());
            Map<String, Object> result = dispatcher.runSync(email.service(), context, TIMEOUT_SECONDS, true);
            if (!ServiceUtil.isSuccess(result)) {
                return new Result(EmailOutcome.EMAIL_FAILED, ServiceUtil.getErrorMessage(result));
            }
            return new Result(result.get("messageWrapper") == null ? EmailOutcome.EMAIL_SWITCHED_OFF : EmailOutcome.EMAIL_SENT, "");
        } catch (GenericServiceException e) {
            Debug.logError(e, "Invoice " + email.invoiceId() + " could not be mailed", MODULE);
            return new Result(EmailOutcome.EMAIL_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void ended(DueReminder reminder, Result result, Instant now) throws GenericEntityException {
        OwnTransaction.call(() -> {
            delegator.storeByCondition("SmsStepRun", Map.of("outcome", result.outcome().name()), EntityCondition.makeCondition(key(reminder)));
            audit(reminder, result.outcome(), result.note(), now);
            return null;
        });
    }

    private void audit(DueReminder reminder, EmailOutcome outcome, String note, Instant now) throws GenericEntityException {
        InvoiceFacts invoice = reminder.invoice();
        String text = outcome + " " + note;
        AuditTrail.add(delegator, now, invoice.organizationPartyId(), invoice.invoiceId(),
                outcome == EmailOutcome.EMAIL_SENT ? AuditKind.EMAIL_SENT : AuditKind.EMAIL_NOT_SENT, null, null, null, null,
                text.strip().substring(0, Math.min(255, text.strip().length())));
    }

    private static Map<String, Object> key(DueReminder reminder) {
        StepKey step = reminder.occurrence().key();
        Map<String, Object> key = new HashMap<>();
        key.put("organizationPartyId", reminder.invoice().organizationPartyId());
        key.put("invoiceId", reminder.invoice().invoiceId());
        key.put("stepId", step.stepId());
        key.put("occurrence", step.occurrence());
        key.put("recipient", String.valueOf(reminder.invoice().customerPartyId()));
        return key;
    }
}
