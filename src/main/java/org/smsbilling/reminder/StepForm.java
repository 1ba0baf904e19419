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

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.SendingHours;

/** A step as an administrator typed it, checked. */
final class StepForm {

    private static final Set<MessageType> OVERDUE = EnumSet.of(MessageType.OVERDUE_GENTLE, MessageType.OVERDUE_FIRM, MessageType.OVERDUE_FINAL);
    private static final Set<MessageType> REMINDERS = EnumSet.of(MessageType.NEW_INVOICE, MessageType.UPCOMING, MessageType.DUE_TODAY,
            MessageType.OVERDUE_GENTLE, MessageType.OVERDUE_FIRM, MessageType.OVERDUE_FINAL);

    private final Typed typed;
    private final Map<String, Object> values = new HashMap<>();

    private StepForm(Map<String, ?> texts) {
        this.typed = new Typed(texts);
    }

    /** @param texts stepAnchor, stepDays, stepSide (BEFORE or AFTER), communication, messageType, templateId, emailTemplateSettingId, sendHour,
     *      repeatEveryDays, repeatMaximum, lateFee, lateFeeAttribute */
    static StepForm check(Map<String, ?> texts, OrganizationSettings settings) {
        StepForm form = new StepForm(texts);
        StepAnchor anchor = form.typed.choice("stepAnchor", StepAnchor.class, StepAnchor.DUE_DATE, "SmsBillingStepWrongAnchor");
        StepCommunication communication = form.typed.choice("communication", StepCommunication.class, StepCommunication.NONE,
                "SmsBillingStepWrongCommunication");
        long days = anchor.onCalendar() ? form.typed.number("stepDays", 0, 0, 365, "SmsBillingStepWrongDays") : 0;
        long offset = "BEFORE".equals(form.typed.text("stepSide")) ? -days : days;
        form.values.put("stepAnchor", anchor.name());
        form.values.put("communication", communication.name());
        form.values.put("offsetDays", offset);
        form.type(anchor, offset);
        form.hour(communication, settings);
        form.repeat(anchor, offset);
        form.wording(communication);
        if (communication == StepCommunication.SMS && !settings.connected()) {
            form.typed.problem(FormProblem.of("SmsBillingStepNotConnected"));
        }
        return form;
    }

    Map<String, Object> values() {
        return values;
    }

    List<FormProblem> problems() {
        return typed.problems();
    }

    private void type(StepAnchor anchor, long offset) {
        Set<MessageType> allowed = allowed(anchor, offset);
        MessageType type = typed.choice("messageType", MessageType.class, allowed.iterator().next(), "SmsBillingStepWrongType");
        if (!allowed.contains(type)) {
            typed.problem(FormProblem.of("SmsBillingStepWrongType_" + (anchor == StepAnchor.DUE_DATE
                    ? offset < 0 ? "BEFORE" : offset == 0 ? "TODAY" : "AFTER" : anchor.name())));
        }
        values.put("messageType", type.name());
    }

    /** @return what a step may say, the usual first */
    static Set<MessageType> allowed(StepAnchor anchor, long offset) {
        return switch (anchor) {
        case BILLING -> EnumSet.of(MessageType.NEW_INVOICE);
        case PAYMENT -> EnumSet.of(MessageType.RECEIPT);
        case INVOICE_DATE -> REMINDERS;
        case DUE_DATE -> offset < 0 ? EnumSet.of(MessageType.UPCOMING) : offset == 0 ? EnumSet.of(MessageType.DUE_TODAY) : OVERDUE;
        };
    }

    private void hour(StepCommunication communication, OrganizationSettings settings) {
        long hour = typed.number("sendHour", 10, 0, 23, "SmsBillingStepWrongHour");
        SendingHours hours = settings.sendingHours();
        if (communication == StepCommunication.SMS && (hour < hours.from() || hour >= hours.until())) {
            typed.problem(new FormProblem("SmsBillingStepHourClosed", Map.of("from", String.valueOf(hours.from()),
                    "until", String.valueOf(hours.until()))));
        }
        values.put("sendHour", hour);
    }

    private void repeat(StepAnchor anchor, long offset) {
        long every = typed.number("repeatEveryDays", 0, 1, 90, "SmsBillingStepWrongRepeat");
        long most = typed.number("repeatMaximum", 0, 1, 24, "SmsBillingStepWrongRepeat");
        if ((every > 0) != (most > 0)) {
            typed.problem(FormProblem.of("SmsBillingStepRepeatNeedsBoth"));
        } else if (every > 0 && (anchor != StepAnchor.DUE_DATE || offset <= 0)) {
            typed.problem(FormProblem.of("SmsBillingStepRepeatOverdueOnly"));
        }
        values.put("repeatEveryDays", every > 0 ? every : null);
        values.put("repeatMaximum", most > 0 ? most : null);
    }

    private void wording(StepCommunication communication) {
        BigDecimal lateFee = typed.amount("lateFee", "SmsBillingStepWrongLateFee");
        values.put("lateFee", lateFee);
        values.put("lateFeeAttribute", typed.line("lateFeeAttribute", 60, "SmsBillingStepWrongAttribute"));
        values.put("templateId", communication == StepCommunication.NONE ? null : typed.line("templateId", 20, "SmsBillingStepWrongTemplate"));
        values.put("emailTemplateSettingId", communication == StepCommunication.EMAIL ? typed.line("emailTemplateSettingId", 20,
                "SmsBillingStepWrongTemplate") : null);
    }
}
