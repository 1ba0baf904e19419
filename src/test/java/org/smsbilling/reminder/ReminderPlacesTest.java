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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.smsbilling.pause.PauseReason;
import org.smsbilling.transaction.OwnTransaction;

/** What clerks and administrators do with reminders, and two nodes at once, in one world whose clock goes on. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReminderPlacesTest {

    private static final ReminderWords ENGLISH = new ReminderWords(Locale.ENGLISH);
    private static ReminderWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new ReminderWorld("2026-03-10T15:00:00Z");
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void twoNodesAtOnceTextEachStepOnce() throws Exception {
        Set<String> invoices = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            invoices.add(world.invoice(world.customer(), "2026-03-20T15:00:00Z"));
        }
        world.clock().set("2026-03-20T15:00:00Z");
        CountDownLatch together = new CountDownLatch(2);
        List<CompletableFuture<Integer>> nodes = Stream.of(1, 2).map(node -> CompletableFuture.supplyAsync(() -> {
            try {
                together.countDown();
                together.await();
                return world.run().texts();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        })).toList();
        int texts = nodes.stream().mapToInt(CompletableFuture::join).sum();
        assertEquals(40, texts);
        List<String> texted = world.messages().stream().map(message -> message.getString("invoiceId")).filter(invoices::contains)
                .collect(Collectors.toList());
        assertEquals(40, texted.size());
        assertEquals(invoices, new HashSet<>(texted));
        assertEquals(0, world.run().texts());
    }

    @Test
    void aDryRunDecidesAsTheJobDoes() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-05-20T15:00:00Z");
        String silent = world.invoice(world.group("No phone"), "2026-05-20T15:00:00Z");
        world.clock().set("2026-05-16T15:00:00Z");
        List<ComingReminder> coming = dryRun(500);
        List<String> mine = coming.stream().filter(one -> one.invoices().get(0).invoiceId().equals(invoice))
                .map(one -> one.step().stepId() + " " + one.text().leaves()).toList();
        assertEquals(List.of("BEFORE3 2026-05-17T14:00:00Z", "TODAY 2026-05-20T14:00:00Z", "LATE1 2026-05-21T14:00:00Z"), mine);
        assertTrue(coming.stream().filter(one -> one.invoices().get(0).invoiceId().equals(silent))
                .allMatch(one -> "NO_NUMBER".equals(String.valueOf(one.text().why()))));
        assertEquals(List.of(), world.runs(invoice));
    }

    @Test
    void aDryRunInPartsIsTheSameAsAtOnceCapsOfTheDayIncluded() throws Exception {
        world.delegator().storeByCondition("SmsOrganization", Map.of("dailyCap", 2L), null);
        world.clock().set("2026-05-10T15:00:00Z");
        for (int i = 0; i < 3; i++) {
            String customer = world.customer();
            for (int each = 0; each < 3; each++) {
                world.invoice(customer, "2026-05-16T15:00:00Z");
            }
        }
        List<String> atOnce = shown(dryRun(500));
        assertEquals(atOnce, shown(dryRun(2)), "a customer alone has more than a part");
        assertEquals(atOnce, shown(dryRun(4)));
        assertTrue(atOnce.stream().anyMatch(one -> one.endsWith("ORGANIZATION_CAP")), atOnce.toString());
        assertEquals(Optional.empty(), DryRunPosition.parse("nonsense", world.clock().instant()));
        world.delegator().storeByCondition("SmsOrganization", Map.of("dailyCap", 100L), null);
    }

    private static List<ComingReminder> dryRun(int size) throws GenericEntityException {
        DryRun run = new DryRun(world.delegator(), world.settings(), CollectionCyclesReader.read(world.delegator(), world.organization()),
                world.clock().instant(), 7, size);
        List<ComingReminder> coming = new ArrayList<>();
        long looked = 0;
        DryRunPosition next = DryRunPosition.start(world.clock().instant());
        while (next != null) {
            DryRun.Part part = run.part(DryRunPosition.parse(next.text(), world.clock().instant()).orElseThrow());
            coming.addAll(part.reminders());
            looked += part.looked();
            next = part.next();
        }
        assertEquals(run.total(), looked);
        return coming;
    }

    /** @return day on which each leaves and why it waits */
    private static List<String> shown(List<ComingReminder> coming) {
        return coming.stream().filter(one -> one.text() != null && one.text().leaves() != null)
                .map(one -> one.text().leaves() + " " + one.text().step().invoices().size() + " " + one.text().waits()).sorted().toList();
    }

    @Test
    void aPauseCancelsWhatWaitsAndResumingDecidesAnew() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-06-20T15:00:00Z");
        world.runAt("2026-06-20T15:00:00Z");
        assertEquals(List.of("TODAY 1 QUEUED"), world.runs(invoice));
        PauseStore store = new PauseStore(world.delegator(), world.settings(), "clerk", world.clock().instant());
        assertEquals(new QueuedReminders.Paused(1, 0), OwnTransaction.call(() -> store.pause(world.facts(invoice), false,
                LocalDate.parse("2026-06-30"), PauseReason.PROMISE_TO_PAY, "will pay")));
        world.runAt("2026-06-21T15:00:00Z");
        assertEquals(List.of("TODAY 1 QUEUED"), world.runs(invoice));
        InvoiceReminders reminders = InvoiceReminders.read(world.delegator(), invoice, ENGLISH, world.clock().instant()).orElseThrow();
        assertEquals("Reminders of this invoice are paused until Jun 30, 2026: Promise to pay.", reminders.show().get("pauseText"));
        OwnTransaction.call(() -> {
            new PauseStore(world.delegator(), world.settings(), "clerk", world.clock().instant()).resume(
                    reminders.pause().orElseThrow(), world.facts(invoice));
            return null;
        });
        world.run();
        assertEquals(List.of("LATE1 1 QUEUED", "TODAY 1 QUEUED"), world.runs(invoice));
    }

    @Test
    void aReminderByHandIsSentOnceForItsOccurrenceAndSaysWhatIsTrue() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-07-20T15:00:00Z");
        world.clock().set("2026-07-22T15:00:00Z");
        InvoiceReminders reminders = InvoiceReminders.read(world.delegator(), invoice, ENGLISH, world.clock().instant()).orElseThrow();
        assertEquals(false, reminders.send("UPCOMING", "1", "clerk").getKey());
        assertEquals(true, reminders.send("OVERDUE_FIRM", "1", "clerk").getKey());
        assertEquals(false, reminders.send("OVERDUE_FIRM", "1", "clerk").getKey());
        assertEquals(true, reminders.send("OVERDUE_FINAL", "2", "clerk").getKey());
        assertEquals(List.of("REMIND 1 QUEUED", "REMIND 2 QUEUED"), world.runs(invoice));
    }

    @Test
    void theExamplesAreThoseThatTheGuideNames() throws Exception {
        List<String> examples = CollectionCyclesReader.read(world.delegator(), CollectionCyclesReader.EXAMPLES).all().stream()
                .map(cycle -> cycle.name() + ": " + cycle.steps().stream()
                        .sorted(Comparator.comparing(CollectionStep::stepId))
                        .map(step -> step.anchor() == StepAnchor.DUE_DATE ? step.offsetDays() + (step.repeatEveryDays() == 0 ? ""
                                : " again every " + step.repeatEveryDays() + " up to " + step.repeatMaximum()) : step.anchor().name())
                        .collect(Collectors.joining(", "))).toList();
        assertEquals(List.of("Rent: BILLING, -3, 0, 3, 10, PAYMENT", "Standard: -7, -2, 1, 7, 21", "Gentle: -3, 7 again every 14 up to 2"), examples);
    }

    @Test
    void theFirstCycleByPriorityThatFitsIsTheInvoicesByGroupOfCustomersAndTypeOfLine() throws Exception {
        world.delegator().create("PartyClassificationGroup", "partyClassificationGroupId", "VIP", "description", "Best customers");
        world.cycle("BEST", Map.of("priority", 1L, "partyClassificationGroupId", "VIP"));
        world.step("BEST0", "BEST", "DUE_DATE", 0, "SMS", "DUE_TODAY", Map.of());
        world.cycle("CHARGES", Map.of("priority", 2L, "invoiceItemTypeId", "INV_WE_ITEM"));
        world.step("CHARGES0", "CHARGES", "DUE_DATE", 0, "SMS", "DUE_TODAY", Map.of());
        String vip = world.customer();
        String former = world.customer();
        for (String customer : List.of(vip, former)) {
            world.delegator().create("PartyClassification", "partyId", customer, "partyClassificationGroupId", "VIP", "fromDate",
                    ReminderWorld.LONG_AGO, "thruDate", customer.equals(former) ? Timestamp.valueOf("2026-01-01 00:00:00") : null);
        }
        String ofVip = world.invoice(vip, "2026-10-20T15:00:00Z");
        String ofFormer = world.invoice(former, "2026-10-20T15:00:00Z");
        String charges = world.invoice(former, "2026-10-20T15:00:00Z");
        for (String invoice : List.of(ofVip, charges)) {
            world.delegator().create("InvoiceItem", "invoiceId", invoice, "invoiceItemSeqId", "00002", "invoiceItemTypeId", "INV_WE_ITEM",
                    "amount", BigDecimal.TEN, "quantity", BigDecimal.ONE);
        }
        world.runAt("2026-10-20T15:00:00Z");
        assertEquals(List.of("BEST0 1 QUEUED"), world.runs(ofVip));
        assertEquals(List.of("TODAY 1 QUEUED"), world.runs(ofFormer));
        assertEquals(List.of("CHARGES0 1 QUEUED"), world.runs(charges));
    }

    @Test
    void disconnectingSilencesTextStepsForGood() throws Exception {
        world.clock().set("2026-09-01T15:00:00Z");
        TextSteps steps = TextSteps.read(world.delegator(), world.settings());
        assertEquals(List.of(Map.of("cycleName", "CYCLE", "steps", "3")), steps.byCycle());
        assertEquals(3, OwnTransaction.call(() -> steps.silence(null, world.clock().instant())).intValue());
        List<GenericValue> stored = world.delegator().findList("SmsCollectionStep", EntityCondition.makeCondition("cycleId", "CYCLE"), null, null,
                null, false);
        assertEquals(Set.of("NONE"), stored.stream().map(step -> step.getString("communication")).collect(Collectors.toSet()));
        OwnTransaction.call(() -> world.delegator().storeByCondition("SmsCollectionStep", Map.of("communication", "SMS"),
                EntityCondition.makeCondition("cycleId", "CYCLE")));
    }
}
