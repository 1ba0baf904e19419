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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.ofbiz.entity.GenericEntityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.planning.PlanWriter;
import org.smsbilling.planning.PlannedStep;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.planning.StepPlanner;

/** Nodes that plan the same at once, and nodes that die in the middle of it; which database, the subclasses say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlanningUnderAttackTests {

    private static final int INVOICES = 120;

    private EventFixture world;

    abstract EventFixture open();

    @BeforeAll
    void start() {
        world = open();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private List<String> invoices(String organization, int count) throws Exception {
        String customer = world.customer();
        List<String> invoices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            invoices.add(world.invoice(organization, customer, "80.00", "INVOICE_READY"));
        }
        return invoices;
    }

    /** Runs the same on several threads, which begin at once. @return what each gave */
    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(nodes.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void nodesThatLookAtEventsOfTheSameInvoicesAtOnceTextEachOnce() throws Exception {
        String organization = world.organization();
        List<String> invoices = invoices(organization, INVOICES);
        for (int again = 0; again < 3; again++) {
            for (String invoiceId : invoices) {
                SmsEvents.record(world.delegator(), EventKind.INVOICE_STATUS, organization, invoiceId, null, "INVOICE_READY",
                        world.clock().instant());
            }
        }
        together(4, () -> world.planner(new StepsBySettings()).runDue());

        assertEquals(INVOICES, world.count("SmsMessage", "organizationPartyId", organization));
        assertEquals(INVOICES, world.count("SmsStepRun", "organizationPartyId", organization));
        assertEquals(0, world.count("SmsEvent", "organizationPartyId", organization, "handledDate", null), "every event has its end");
    }

    @Test
    void writersOfTheSamePlanWriteEachTextOnce() throws Exception {
        String organization = world.organization("invoiceTrigger", null);
        List<PlannedText> texts = plan(organization, invoices(organization, INVOICES));
        List<Integer> written = together(4, () -> new PlanWriter(world.delegator(), world.clock().instant()).write(texts));

        assertEquals(INVOICES, written.stream().mapToInt(Integer::intValue).sum());
        assertEquals(INVOICES, world.count("SmsMessage", "organizationPartyId", organization));
        assertEquals(0, new PlanWriter(world.delegator(), world.clock().instant()).write(texts));
    }

    @Test
    void ofALotThatIsPartlyKnownTheRestIsWritten() throws Exception {
        String organization = world.organization("invoiceTrigger", null);
        List<PlannedText> texts = plan(organization, invoices(organization, 10));
        assertEquals(3, new PlanWriter(world.delegator(), world.clock().instant()).write(texts.subList(2, 5)));
        List<PlannedText> twice = new ArrayList<>(texts);
        twice.addAll(texts);
        assertEquals(7, new PlanWriter(world.delegator(), world.clock().instant()).write(twice));
        assertEquals(10, world.count("SmsMessage", "organizationPartyId", organization));
    }

    @Test
    void textsAreNotQueuedWithoutWhatIsWrittenBesideThem() throws Exception {
        String organization = world.organization("invoiceTrigger", null);
        List<PlannedText> texts = plan(organization, invoices(organization, 2));
        assertThrows(GenericEntityException.class, () -> new PlanWriter(world.delegator(), world.clock().instant()).write(texts, queued -> {
            assertEquals(2, world.count("SmsMessage", "organizationPartyId", organization));
            throw new GenericEntityException("the process dies here");
        }));
        assertEquals(0, world.count("SmsMessage", "organizationPartyId", organization));
        assertEquals(0, world.count("SmsStepRun", "organizationPartyId", organization));
    }

    private List<PlannedText> plan(String organization, List<String> invoiceIds) throws GenericEntityException {
        OrganizationSettings settings = OrganizationSettingsReader.read(world.delegator(), organization).orElseThrow();
        List<PlannedStep> steps = new ArrayList<>();
        for (InvoiceFacts invoice : InvoiceFactsReader.read(world.delegator(), invoiceIds, world.clock().instant()).values()) {
            steps.add(new PlannedStep("LATE1", "1", MessageType.OVERDUE_GENTLE, List.of(invoice), MessageContent.NONE, world.clock().instant(),
                    null));
        }
        return new StepPlanner(world.delegator(), settings, world.clock().instant()).plan(steps);
    }

    /** The process ends there: nothing catches it. */
    private static final class ProcessEnds extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aNodeThatDiesAfterItPlannedIsFollowedByOneThatTextsNothingAgain() throws Exception {
        String invoiceId = invoices(world.organization(), 1).get(0);
        EventPlanner mortal = new EventPlanner(world.delegator(), world.clock(), new StepsBySettings(), InvoiceChanges.NONE, () -> {
            throw new ProcessEnds();
        });
        assertThrows(ProcessEnds.class, mortal::runDue);
        world.plan();
        assertEquals(Collections.singletonList(null), world.outcomes(invoiceId), "its lease holds");
        world.clock().advance(Duration.ofMinutes(3));
        world.plan();
        assertEquals(List.of("ALREADY_PLANNED"), world.outcomes(invoiceId));
        assertEquals(List.of("NEW_INVOICE QUEUED"), world.told(invoiceId));
    }

    @Test
    void aNodeThatDiesBeforeItPlannedIsFollowedByOneThatDoes() throws Exception {
        String invoiceId = invoices(world.organization(), 1).get(0);
        EventPlanner mortal = new EventPlanner(world.delegator(), world.clock(), new StepsBySettings(), (delegator, ids, now) -> {
            throw new ProcessEnds();
        }, () -> { });
        assertThrows(ProcessEnds.class, mortal::runDue);
        assertEquals(List.of(), world.told(invoiceId));
        world.clock().advance(Duration.ofMinutes(3));
        world.plan();
        assertEquals(List.of("NEW_INVOICE QUEUED"), world.told(invoiceId));
    }
}
