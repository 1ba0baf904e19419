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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What pages show of cycles. */
final class CycleView {

    private static final Comparator<CollectionStep> IN_ORDER = Comparator
            .comparing((CollectionStep step) -> step.anchor() == StepAnchor.BILLING ? 0 : step.anchor() == StepAnchor.INVOICE_DATE ? 1
                    : step.anchor() == StepAnchor.DUE_DATE ? 2 : 3).thenComparing(step -> step.offsetDays()).thenComparing(CollectionStep::stepId);

    private final ReminderWords words;

    CycleView(ReminderWords words) {
        this.words = words;
    }

    Map<String, Object> cycle(CollectionCycle cycle) {
        Map<String, Object> view = new HashMap<>();
        view.put("cycleId", cycle.cycleId());
        view.put("cycleName", cycle.name());
        view.put("priority", String.valueOf(cycle.priority()));
        view.put("ruleText", rule(cycle.rule()));
        view.put("invoiceTypeId", text(cycle.rule().invoiceTypeId()));
        view.put("invoiceItemTypeId", text(cycle.rule().invoiceItemTypeId()));
        view.put("attributeName", text(cycle.rule().attributeName()));
        view.put("attributeValue", text(cycle.rule().attributeValue()));
        view.put("partyClassificationGroupId", text(cycle.rule().partyClassificationGroupId()));
        view.put("steps", cycle.steps().stream().sorted(IN_ORDER).map(this::step).collect(Collectors.toList()));
        return view;
    }

    Map<String, Object> step(CollectionStep step) {
        Map<String, Object> view = new HashMap<>();
        view.put("stepId", step.stepId());
        view.put("whenText", when(step));
        view.put("communicationText", words.of(step.communication().labelKey()));
        view.put("typeText", words.of("SmsBillingReminderType_" + step.messageType()));
        view.put("repeatText", step.repeatEveryDays() == 0 ? "" : words.of("SmsBillingStepRepeats",
                Map.of("days", String.valueOf(step.repeatEveryDays()), "times", String.valueOf(step.repeatMaximum()))));
        view.put("lateFeeText", lateFee(step));
        view.put("stepAnchor", step.anchor().name());
        view.put("stepDays", String.valueOf(Math.abs(step.offsetDays())));
        view.put("stepSide", step.offsetDays() < 0 ? "BEFORE" : "AFTER");
        view.put("communication", step.communication().name());
        view.put("messageType", step.messageType().name());
        view.put("templateId", text(step.templateId()));
        view.put("emailTemplateSettingId", text(step.emailTemplateSettingId()));
        view.put("sendHour", String.valueOf(step.hour()));
        view.put("repeatEveryDays", step.repeatEveryDays() == 0 ? "" : String.valueOf(step.repeatEveryDays()));
        view.put("repeatMaximum", step.repeatMaximum() == 0 ? "" : String.valueOf(step.repeatMaximum()));
        view.put("lateFee", step.lateFee() == null ? "" : plain(step.lateFee()));
        view.put("lateFeeAttribute", text(step.lateFeeAttribute()));
        return view;
    }

    /** @return for example "3 days before the due date, 10:00" */
    String when(CollectionStep step) {
        if (!step.anchor().onCalendar()) {
            return words.of(step.anchor().labelKey());
        }
        String days = String.valueOf(Math.abs(step.offsetDays()));
        String side = step.offsetDays() == 0 ? "ON" : step.offsetDays() < 0 ? "BEFORE" : "AFTER";
        return words.of("SmsBillingStepWhen_" + step.anchor() + "_" + side + ("1".equals(days) ? "_1" : ""),
                Map.of("days", days, "hour", String.format("%02d:00", step.hour())));
    }

    private String rule(CycleRule rule) {
        List<String> parts = new ArrayList<>();
        add(parts, "SmsBillingRule_TYPE", rule.invoiceTypeId());
        add(parts, "SmsBillingRule_ITEM", rule.invoiceItemTypeId());
        if (rule.attributeName() != null) {
            parts.add(rule.attributeName() + (rule.attributeValue() == null ? "" : " = " + rule.attributeValue()));
        }
        add(parts, "SmsBillingRule_GROUP", rule.partyClassificationGroupId());
        return parts.isEmpty() ? words.of("SmsBillingRule_ALL") : String.join(", ", parts);
    }

    private void add(List<String> parts, String labelKey, String value) {
        if (value != null) {
            parts.add(words.of(labelKey, Map.of("value", value)));
        }
    }

    private String lateFee(CollectionStep step) {
        String fixed = step.lateFee() == null ? "" : plain(step.lateFee());
        return step.lateFeeAttribute() == null ? fixed
                : words.of("SmsBillingLateFeeFrom", Map.of("attribute", step.lateFeeAttribute())) + (fixed.isEmpty() ? "" : ", " + fixed);
    }

    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
