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
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.planning.PlanWriter;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.planning.StepKey;
import org.smsbilling.planning.StepPlanner;

/**
 * Runs the steps of one organization that are due. It finds them by the days of SmsInvoiceDue, decides, writes the plan, and then notes what it has
 * decided: a run that ends in between, or another node beside it, repeats a decision, and the keys of the step runs keep it from counting twice.
 */
public final class ReminderRun {

    private static final int AT_ONCE = 10_000;
    private static final int CHUNK = 1_000;
    private static final int MANY = 2_000;
    private static final int SIDE_BY_SIDE = 3;

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;
    private final CollectionCycles cycles;
    private final DueStep dueStep;
    private final ReminderEmails emails;
    private final int many;

    /** @param cycles of the organization
     * @param emails sends the steps by e-mail */
    public ReminderRun(Delegator delegator, OrganizationSettings settings, CollectionCycles cycles, ReminderEmails emails, Instant now) {
        this(delegator, settings, cycles, emails, now, MANY);
    }

    /** @param many from so many invoices on they are decided side by side */
    ReminderRun(Delegator delegator, OrganizationSettings settings, CollectionCycles cycles, ReminderEmails emails, Instant now, int many) {
        this.many = many;
        this.delegator = delegator;
        this.settings = settings;
        this.cycles = cycles;
        this.emails = emails;
        this.now = now;
        this.dueStep = new DueStep(new StepCalendar(settings.zoneId()), settings.automation().catchUpDays());
    }

    /**
     * What a run did.
     * @param looked invoices that it decided about
     * @param texts messages queued, and texts that nobody gets with the reason
     * @param emails sent, or not with the reason
     */
    public record Outcome(int looked, int texts, int emails) {
        Outcome plus(Outcome other) {
            return new Outcome(looked + other.looked, texts + other.texts, emails + other.emails);
        }
    }

    public Outcome run() throws GenericEntityException {
        CollectionCycles able = able();
        resume();
        Outcome outcome = new Outcome(0, 0, 0);
        Set<String> seen = new HashSet<>();
        boolean more = true;
        while (more) {
            Map<String, String> found = found(able);
            Map<String, String> news = new LinkedHashMap<>(found);
            news.keySet().removeIf(id -> !seen.add(id));
            more = found.size() >= AT_ONCE && !news.isEmpty();
            outcome = outcome.plus(decideAll(news));
        }
        return outcome;
    }

    /**
     * Many invoices are decided side by side, those of one customer together. A daily cap of the organization is counted by one alone.
     * @param customers by invoice
     */
    private Outcome decideAll(Map<String, String> customers) throws GenericEntityException {
        if (customers.size() < many || settings.texting().dailyCap() > 0) {
            return decide(List.copyOf(customers.keySet()));
        }
        Collection<List<String>> parts = customers.entrySet().stream().collect(Collectors.groupingBy(
                each -> Math.floorMod(Objects.hashCode(each.getValue()), SIDE_BY_SIDE), Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .values();
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE, work -> new Thread(work, "smsbilling-reminders"));
        try {
            Outcome outcome = new Outcome(0, 0, 0);
            for (Future<Outcome> part : threads.invokeAll(parts.stream().<Callable<Outcome>>map(part -> () -> decide(part)).toList())) {
                outcome = outcome.plus(part.get());
            }
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GenericEntityException("Interrupted; what is left is decided by the next run", e);
        } catch (ExecutionException e) {
            throw new GenericEntityException("Some reminders could not be decided; the next run decides them", e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    /** While texts cannot leave, cycles with texts wait as they are; what they miss is caught up. */
    private CollectionCycles able() {
        return settings.notReady().isEmpty() ? cycles : new CollectionCycles(cycles.all().stream().filter(cycle -> cycle.steps().stream()
                .noneMatch(step -> step.communication() == StepCommunication.SMS)).toList());
    }

    /** @return customers by invoice */
    private Map<String, String> found(CollectionCycles able) throws GenericEntityException {
        Map<String, String> found = new LinkedHashMap<>();
        for (StepAnchor anchor : List.of(StepAnchor.DUE_DATE, StepAnchor.INVOICE_DATE)) {
            Optional<EntityCondition> condition = new DueDays(anchor, dueStep.calendar(), able, dueStep.catchUpDays(), now)
                    .condition(settings.organizationPartyId());
            if (condition.isPresent()) {
                EntityQuery.use(delegator).select("invoiceId", "customerPartyId").from("SmsInvoiceDue").where(condition.get()).maxRows(AT_ONCE)
                        .queryList().forEach(row -> found.put(row.getString("invoiceId"), row.getString("customerPartyId")));
            }
        }
        return found;
    }

    private Outcome decide(List<String> invoiceIds) throws GenericEntityException {
        if (invoiceIds.isEmpty()) {
            return new Outcome(0, 0, 0);
        }
        Collection<InvoiceFacts> invoices = InvoiceFactsReader.read(delegator, invoiceIds, now).values();
        List<DueReminder> texts = new ArrayList<>();
        List<DueReminder> mails = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        List<ReminderCase> cases = ReminderCases.read(delegator, settings.organizationPartyId(), cycles, invoices, dueStep.calendar().day(now), now);
        for (ReminderCase one : cases) {
            Optional<StepOccurrence> due = one.due(dueStep, now);
            if (due.isPresent() && due.get().step().communication() == StepCommunication.EMAIL) {
                mails.add(new DueReminder(one.invoice(), due.get()));
            } else if (due.isPresent() && settings.notReady().isEmpty()) {
                texts.add(new DueReminder(one.invoice(), due.get()));
            } else if (due.isPresent()) {
                waiting.add(one.invoice().invoiceId());
            }
        }
        List<PlannedText> planned = plan(texts);
        Set<String> later = new StepsOfTheDay(dueStep.calendar(), settings, cases, now).awaited(planned, texts);
        if (!later.isEmpty()) {
            waiting.addAll(later);
            texts.removeIf(due -> later.contains(due.invoice().invoiceId()));
            planned = plan(texts);
        }
        QueuedReminders queued = new QueuedReminders(delegator, settings, now);
        Map<String, Set<String>> earlier = queued.earlier(planned);
        int written = new PlanWriter(delegator, now).write(planned, texted -> queued.supersede(earlier, texted));
        if (written < planned.size()) {
            waiting.addAll(withoutRun(texts));
        }
        Set<String> byMail = mails.stream().map(due -> due.invoice().invoiceId()).collect(Collectors.toSet());
        decided(invoiceIds.stream().filter(id -> !waiting.contains(id) && !byMail.contains(id)).toList());
        ReminderEmails.Mailed mailed = emails.send(settings, mails.stream().map(due -> Letter.of(due, dueStep.calendar().day(now))).toList(), now);
        decided(byMail.stream().filter(id -> !mailed.open().contains(id)).toList());
        return new Outcome(invoiceIds.size(), written, mailed.run());
    }

    private List<PlannedText> plan(List<DueReminder> texts) throws GenericEntityException {
        return new StepPlanner(delegator, settings, now).plan(ReminderTexts.of(texts, settings.automation().digest()));
    }

    /** Of a text for several invoices that another node began to run for some of them, the others are planned again. */
    private Set<String> withoutRun(List<DueReminder> texts) throws GenericEntityException {
        List<InvoiceFacts> invoices = texts.stream().map(DueReminder::invoice).toList();
        Map<String, Set<StepKey>> runs = ReminderCases.runs(delegator, settings.organizationPartyId(), invoices);
        return texts.stream().filter(due -> !runs.getOrDefault(due.invoice().invoiceId(), Set.of()).contains(due.occurrence().key()))
                .map(due -> due.invoice().invoiceId()).collect(Collectors.toSet());
    }

    /** An invoice that was changed since the run began is decided anew. */
    private void decided(List<String> invoiceIds) throws GenericEntityException {
        for (int from = 0; from < invoiceIds.size(); from += CHUNK) {
            delegator.storeByCondition("SmsInvoiceDue", Map.of("decidedDate", Timestamp.from(now)), EntityCondition.makeCondition(
                    EntityCondition.makeCondition("readDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now)),
                    EntityCondition.makeCondition("invoiceId", EntityOperator.IN,
                            invoiceIds.subList(from, Math.min(from + CHUNK, invoiceIds.size())))));
        }
    }

    /** What a pause kept from being reminded of until yesterday, or as long as missed steps are caught up, is decided anew. */
    private void resume() throws GenericEntityException {
        new PauseEnds(delegator, settings.organizationPartyId(), dueStep).resume(now);
    }
}
