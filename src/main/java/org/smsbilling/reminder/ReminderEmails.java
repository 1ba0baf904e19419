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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
import org.smsbilling.message.MailSettings;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.PreparedLink;
import org.smsbilling.retention.MailCopies;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Runs steps by e-mail through OFBiz's own mail services, one by one. Each is written down before it is mailed, so that two nodes, or a node that
 * crashes, mail it once at most; nothing is texted in its place.
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

    /**
     * What became of some steps.
     * @param run how many were run, mailed or not
     * @param open ids of the invoices whose steps are to be looked at again: those that wait, and those that somebody else had begun
     * @param silent whether some wait, because the mail server does not answer
     */
    record Mailed(int run, Set<String> open, boolean silent) { }

    /** No transaction may be open. When the mail server does not answer, that step and those after it are left as they were, to be tried again. */
    Mailed send(OrganizationSettings settings, List<Letter> letters, Instant now) throws GenericEntityException {
        if (letters.isEmpty()) {
            return new Mailed(0, Set.of(), false);
        }
        LetterWriter writer = LetterWriter.read(delegator, settings, letters, now);
        Set<String> open = new HashSet<>();
        int run = 0;
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            String address = writer.address(letter);
            if (begun(letter, address == null ? EmailOutcome.EMAIL_NO_ADDRESS : EmailOutcome.EMAIL_SENDING, now)) {
                if (address != null && !send(letter, writer, new LetterLinks(delegator, settings, now), now)) {
                    open.addAll(new WaitingLetters(delegator).note(letters.subList(i, letters.size()), now));
                    return new Mailed(run, open, true);
                }
                run++;
            } else {
                open.addAll(letter.invoiceIds());
            }
        }
        return new Mailed(run, open, false);
    }

    /** @return false when the mail server did not answer */
    private boolean send(Letter letter, LetterWriter writer, LetterLinks links, Instant now) throws GenericEntityException {
        PreparedLink link = letter.emailTemplateSettingId() == null ? links.prepare(letter) : PreparedLink.NONE;
        ReminderEmail email = writer.write(letter, link.url());
        Result result = mail(email);
        boolean waits = result.outcome() == EmailOutcome.EMAIL_WAITING;
        OwnTransaction.call(() -> {
            for (InvoiceFacts invoice : letter.invoices()) {
                EntityCondition run = EntityCondition.makeCondition(key(letter, invoice));
                if (waits) {
                    delegator.removeByCondition("SmsStepRun", run);
                } else {
                    delegator.storeByCondition("SmsStepRun", Map.of("outcome", result.outcome().name()), run);
                }
            }
            links.ended(link, result.outcome() == EmailOutcome.EMAIL_SENT);
            if (result.outcome() == EmailOutcome.EMAIL_SENT) {
                links.mask(link, new MailCopies(delegator, letter.first().organizationPartyId()).remember(letter.first().customerPartyId(),
                        email.subject(delegator), now));
            }
            if (!waits) {
                audit(letter, result.outcome(), result.note(), now);
            }
            return null;
        });
        return !waits;
    }

    /** @return false when it was begun before, by whomever */
    private boolean begun(Letter letter, EmailOutcome outcome, Instant now) throws GenericEntityException {
        try {
            return OwnTransaction.call(() -> {
                if (known(letter)) {
                    return false;
                }
                for (InvoiceFacts invoice : letter.invoices()) {
                    Map<String, Object> run = key(letter, invoice);
                    run.put("outcome", outcome.name());
                    run.put("createdDate", Timestamp.from(now));
                    delegator.create("SmsStepRun", run);
                }
                if (outcome != EmailOutcome.EMAIL_SENDING) {
                    audit(letter, outcome, "", now);
                }
                return true;
            });
        } catch (GenericEntityException e) {
            if (!OwnTransaction.call(() -> known(letter))) {
                throw e;
            }
            Debug.logInfo("Invoice " + letter.first().invoiceId() + " is being mailed by another node", MODULE);
            return false;
        }
    }

    /** @return whether one of the invoices had the step, for whomever and by whatever channel */
    private boolean known(Letter letter) throws GenericEntityException {
        for (InvoiceFacts invoice : letter.invoices()) {
            Map<String, Object> step = key(letter, invoice);
            step.remove("recipient");
            if (EntityQuery.use(delegator).from("SmsStepRun").where(step).queryCount() > 0) {
                return true;
            }
        }
        return false;
    }

    private record Result(EmailOutcome outcome, String note) { }

    private Result mail(ReminderEmail email) throws GenericEntityException {
        boolean answers = MailSettings.serverAnswers(delegator);
        EmailOutcome failed = answers ? EmailOutcome.EMAIL_FAILED : EmailOutcome.EMAIL_WAITING;
        try {
            if (email.templateMissing(delegator)) {
                return new Result(EmailOutcome.EMAIL_FAILED, "EmailTemplateSetting " + email.emailTemplateSettingId() + " is missing");
            }
            Map<String, Object> context = email.context();
            context.put("userLogin", EntityQuery.use(delegator).from("UserLogin").where("userLoginId", "system").queryOne());
            Map<String, Object> result = dispatcher.runSync(email.service(), context, TIMEOUT_SECONDS, true);
            if (!ServiceUtil.isSuccess(result)) {
                return new Result(failed, ServiceUtil.getErrorMessage(result));
            }
            return new Result(MailSettings.on(delegator) ? EmailOutcome.EMAIL_SENT : EmailOutcome.EMAIL_SWITCHED_OFF, "");
        } catch (GenericServiceException e) {
            Debug.logError(e, "Invoice " + email.invoiceId() + " could not be mailed", MODULE);
            return new Result(failed, String.valueOf(e.getMessage()));
        }
    }

    private void audit(Letter letter, EmailOutcome outcome, String note, Instant now) throws GenericEntityException {
        String text = (outcome + " " + note).strip();
        AuditKind kind = outcome == EmailOutcome.EMAIL_SENT ? AuditKind.EMAIL_SENT : AuditKind.EMAIL_NOT_SENT;
        List<AuditTrail.Entry> history = new ArrayList<>();
        letter.invoices().forEach(invoice -> history.add(new AuditTrail.Entry(invoice.organizationPartyId(), invoice.invoiceId(), kind, null,
                null, null, null, text)));
        AuditTrail.addAll(delegator, now, history);
    }

    private static Map<String, Object> key(Letter letter, InvoiceFacts invoice) {
        Map<String, Object> key = new HashMap<>();
        key.put("organizationPartyId", invoice.organizationPartyId());
        key.put("invoiceId", invoice.invoiceId());
        key.put("stepId", letter.key().stepId());
        key.put("occurrence", letter.key().occurrence());
        key.put("recipient", letter.customer());
        return key;
    }
}
