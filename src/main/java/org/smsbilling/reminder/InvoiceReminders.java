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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.ReminderWording;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.pause.CollectionPause;
import org.smsbilling.pause.CollectionPauses;
import org.smsbilling.planning.PlanWriter;
import org.smsbilling.planning.PlannedStep;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.planning.StepPlanner;
import org.smsbilling.recipient.PartyNames;

/** The reminders of one invoice, for its page. */
final class InvoiceReminders {

    /** Step of reminders that a person sends. */
    static final String STEP = "REMIND";
    private static final int NEXT = 3;
    private static final int AHEAD_DAYS = 400;
    private static final List<MessageType> TONES = List.of(MessageType.UPCOMING, MessageType.DUE_TODAY, MessageType.OVERDUE_GENTLE,
            MessageType.OVERDUE_FIRM, MessageType.OVERDUE_FINAL);

    private final Delegator delegator;
    private final InvoiceFacts invoice;
    private final OrganizationSettings settings;
    private final ReminderWords words;
    private final Instant now;

    private InvoiceReminders(Delegator delegator, InvoiceFacts invoice, OrganizationSettings settings, ReminderWords words, Instant now) {
        this.delegator = delegator;
        this.invoice = invoice;
        this.settings = settings;
        this.words = words;
        this.now = now;
    }

    /** @return empty for what is no sales invoice of an organization that was ever set up */
    static Optional<InvoiceReminders> read(Delegator delegator, String invoiceId, ReminderWords words, Instant now) throws GenericEntityException {
        InvoiceFacts invoice = InvoiceFactsReader.read(delegator, List.of(invoiceId), now).get(invoiceId);
        if (invoice == null || !invoice.salesInvoice() || invoice.organizationPartyId() == null) {
            return Optional.empty();
        }
        return OrganizationSettingsReader.read(delegator, invoice.organizationPartyId())
                .map(settings -> new InvoiceReminders(delegator, invoice, settings, words, now));
    }

    InvoiceFacts invoice() {
        return invoice;
    }

    OrganizationSettings settings() {
        return settings;
    }

    LocalDate today() {
        return now.atZone(settings.zoneId()).toLocalDate();
    }

    /** @return the pause that keeps it from being reminded of today */
    Optional<CollectionPause> pause() throws GenericEntityException {
        return CollectionPauses.read(delegator, settings.organizationPartyId(), List.of(invoice), today()).of(invoice, today());
    }

    Map<String, Object> show() throws GenericEntityException {
        CollectionCycles cycles = CollectionCyclesReader.read(delegator, settings.organizationPartyId());
        ReminderCase one = ReminderCases.read(delegator, settings.organizationPartyId(), cycles, List.of(invoice), today(), now).get(0);
        boolean payable = InvoiceObstacle.of(invoice).isEmpty();
        List<ComingReminder> coming = !payable ? List.of() : new ComingReminders(delegator, settings, now).of(List.of(one),
                today().plusDays(AHEAD_DAYS)).stream().limit(NEXT).toList();
        ComingReminderView view = new ComingReminderView(settings, words, PartyNames.read(delegator, ComingReminderView.parties(coming)));
        Map<String, Object> shown = new HashMap<>();
        shown.put("payable", payable);
        shown.put("cycleName", one.cycle() == null ? "" : one.cycle().name());
        shown.put("next", coming.stream().map(view::line).collect(Collectors.toList()));
        Optional<CollectionPause> pause = one.pauses().of(invoice, today());
        shown.put("paused", pause.isPresent());
        shown.put("pauseText", pause.map(this::pauseText).orElse(""));
        shown.put("note", pause.map(CollectionPause::note).orElse(null));
        shown.put("whyNot", whyNot().orElse(""));
        shown.put("occurrence", String.valueOf(sendings() + 1));
        shown.put("tones", TONES.stream().filter(this::fits).map(type -> Map.of("code", type.name(),
                "name", words.of("SmsBillingReminderType_" + type))).toList());
        shown.put("today", today().toString());
        return shown;
    }

    /** @param occurrence the one that the page had: a second call with it sends nothing. @return what to tell the user, first whether it worked */
    Map.Entry<Boolean, String> send(String tone, String occurrence, String userLoginId) throws GenericEntityException {
        Optional<MessageType> type = TONES.stream().filter(one -> one.name().equals(tone)).filter(this::fits).findFirst();
        Optional<String> whyNot = whyNot();
        if (whyNot.isPresent() || type.isEmpty()) {
            return Map.entry(false, whyNot.orElseGet(() -> words.of("SmsBillingRemindWrongTone")));
        } else if (!occurrence.matches("[1-9][0-9]{0,5}") || Integer.parseInt(occurrence) != sendings() + 1) {
            return Map.entry(false, words.of("SmsBillingRemindStale"));
        }
        PlannedStep step = new PlannedStep(STEP, occurrence, type.get(), List.of(invoice), MessageContent.NONE, now, userLoginId);
        List<PlannedText> planned = new StepPlanner(delegator, settings, now).plan(List.of(step));
        List<PlannedText> texts = planned.stream().filter(text -> text.addressee() != null).toList();
        if (texts.isEmpty()) {
            return Map.entry(false, words.of("SmsBillingNobody_" + planned.get(0).why()));
        } else if (new PlanWriter(delegator, now).write(texts) == 0) {
            return Map.entry(false, words.of("SmsBillingRemindStale"));
        }
        PlannedText first = texts.stream().min(Comparator.comparing(PlannedText::leaves)).orElseThrow();
        if (!first.leaves().isAfter(now)) {
            return Map.entry(true, words.of("SmsBillingRemindQueued"));
        }
        String time = words.time(first.leaves(), settings.zoneId());
        return Map.entry(true, first.waits() == null ? words.of("SmsBillingRemindLater", Map.of("time", time))
                : words.of("SmsBillingRemindLaterBecause", Map.of("time", time, "reason", words.of(first.waits()))));
    }

    private long sendings() throws GenericEntityException {
        return EntityQuery.use(delegator).select("occurrence").from("SmsStepRun").where("organizationPartyId", settings.organizationPartyId(),
                "invoiceId", invoice.invoiceId(), "stepId", STEP).queryList().stream().mapToLong(run -> Long.parseLong(run.getString("occurrence")))
                .max().orElse(0);
    }

    private Optional<String> whyNot() {
        Optional<String> notReady = settings.notReady().map(reason -> UtilProperties.getMessage("SmsBillingOrganizationLabels", reason.labelKey(),
                Map.of("organizationPartyId", settings.organizationPartyId(), "reason", settings.stoppedReason()), words.locale()));
        return notReady.or(() -> InvoiceObstacle.of(invoice).map(obstacle -> UtilProperties.getMessage("SmsBillingMessageLabels",
                "SmsBillingWhyNot_" + obstacle, words.locale())));
    }

    /** A text may not say that something is late that is not, or not due that is. */
    private boolean fits(MessageType type) {
        return ReminderWording.of(type, List.of(invoice), today()) == type && (type != MessageType.DUE_TODAY || invoice.dueDate() != null);
    }

    private String pauseText(CollectionPause pause) {
        String scope = pause.invoiceId() == null ? "CUSTOMER" : "INVOICE";
        String reason = words.of(pause.reason().labelKey());
        return pause.until() == null ? words.of("SmsBillingPausedOpen_" + scope, Map.of("reason", reason))
                : words.of("SmsBillingPausedUntil_" + scope, Map.of("reason", reason, "day", words.day(pause.until())));
    }
}
