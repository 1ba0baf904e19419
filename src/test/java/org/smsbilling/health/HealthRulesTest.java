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
package org.smsbilling.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.organization.OrganizationSettings;

/** Which light is on for which figures. */
class HealthRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
    private static final Backlog NONE = new Backlog(0, Duration.ZERO);
    private static final SentToday WELL = new SentToday(Map.of("DELIVERED", 90L, "SENT", 10L), Map.of());

    @Test
    void whatWorksIsGreenThroughout() {
        List<HealthItem> items = items(figures(Map.of(), NONE, WELL, 0, Optional.empty()));
        items.forEach(item -> assertEquals(HealthLight.GREEN, item.light(), item.name()));
        assertEquals(HealthLight.GREEN, HealthRules.overall(items));
    }

    @Test
    void anOrganizationThatWasStoppedSaysWhy() {
        HealthItem item = item("Connection", figures(Map.of("connected", "N", "stoppedReason", "20003: Authenticate"), NONE, WELL, 0,
                Optional.empty()));
        assertEquals("SmsBillingHealth_Connection_STOPPED", item.labelKey());
        assertEquals(Map.of("reason", "20003: Authenticate"), item.values());
        assertEquals(HealthLight.RED, item.light());
    }

    @ParameterizedTest
    @CsvSource({"0, GREEN", "119, GREEN", "120, AMBER", "899, AMBER", "900, RED"})
    void aQueueIsAsBadAsItsOldestMessageIsOld(long seconds, HealthLight light) {
        assertEquals(light, item("Queue", figures(Map.of(), new Backlog(4, Duration.ofSeconds(seconds)), WELL, 0, Optional.empty())).light());
    }

    @ParameterizedTest
    @CsvSource({"299, GREEN, GREEN", "300, AMBER, LATE", "3600, RED, LATE"})
    void paymentsThatDoNotEndAreWorthALook(long seconds, HealthLight light, String words) {
        HealthFigures well = figures(Map.of(), NONE, WELL, 0, Optional.empty());
        HealthItem item = item("Payments", new HealthFigures(well.settings(), NOW, well.checks(), NONE, 0, 0, NONE, NONE,
                new Backlog(1, Duration.ofSeconds(seconds)), WELL, 0, well.spending(), well.jobs(), 0));
        assertEquals(light, item.light());
        assertEquals("SmsBillingHealth_Payments_" + words, item.labelKey());
    }

    @ParameterizedTest
    @CsvSource({"97, 2, GREEN", "97, 3, GREEN", "40, 3, AMBER", "12, 3, RED"})
    void failuresCountByTheirShareOnceThereAreSome(long delivered, long failed, HealthLight light) {
        SentToday sent = new SentToday(Map.of("DELIVERED", delivered, "UNDELIVERED", failed), Map.of("30003", failed));
        assertEquals(light, item("Delivery", figures(Map.of(), NONE, sent, 0, Optional.empty())).light());
    }

    @Test
    void failuresAreShownByCodeTheMostFrequentFirst() {
        SentToday sent = new SentToday(Map.of("FAILED", 9L), Map.of("30003", 2L, "21610", 7L));
        assertEquals("21610: 7, 30003: 2", item("Delivery", figures(Map.of(), NONE, sent, 0, Optional.empty())).values().get("codes"));
    }

    @ParameterizedTest
    @CsvSource({"30007, AMBER, REFUSED", "30004, AMBER, REFUSED", "30006, GREEN, GREEN"})
    void oneTextThatCarriersBlockIsWorthALook(String code, HealthLight light, String words) {
        HealthItem item = item("Delivery", figures(Map.of(), NONE, new SentToday(Map.of("DELIVERED", 99L, "UNDELIVERED", 1L), Map.of(code, 1L)), 0,
                Optional.empty()));
        assertEquals(light, item.light());
        assertEquals("SmsBillingHealth_Delivery_" + words, item.labelKey());
    }

    @ParameterizedTest
    @CsvSource({"4, GREEN", "5, AMBER"})
    void manyOptOutsAreWorthALook(long count, HealthLight light) {
        assertEquals(light, item("OptOuts", figures(Map.of(), NONE, WELL, count, Optional.empty())).light());
    }

    @ParameterizedTest
    @CsvSource({"79.99, GREEN, 79", "80.00, AMBER, 80", "100.00, RED, 100"})
    void aBudgetTurnsAmberBeforeItIsUsedUp(BigDecimal spent, HealthLight light, String percent) {
        HealthItem item = item("Spending", figures(Map.of(), NONE, WELL, 0, Optional.of(spent)));
        assertEquals(light, item.light());
        assertEquals(percent, item.values().get("percent"));
    }

    @ParameterizedTest
    @CsvSource({"11, GREEN", "10, AMBER", "8, AMBER"})
    void theDailyCapTurnsAmberBeforeItIsReached(Long cap, HealthLight light) {
        assertEquals(light, item("DailyCap", figures(Map.of("dailyCap", cap), NONE, WELL, 0, Optional.empty())).light());
        assertEquals(0, items(figures(Map.of(), NONE, WELL, 0, Optional.empty())).stream().filter(one -> "DailyCap".equals(one.name())).count());
    }

    @Test
    void aCheckThatFailedIsRedAndOneThatIsOldIsAmber() {
        HealthFigures figures = figures(Map.of(), NONE, WELL, 0, Optional.empty());
        HealthFigures failed = with(figures, Map.of(CheckKind.CARRIER, new CheckResult(NOW, "Wrong token."),
                CheckKind.WEBHOOK, new CheckResult(NOW.minus(Duration.ofHours(27)), "")));
        assertEquals(HealthLight.RED, item("CheckCARRIER", failed).light());
        assertEquals("SmsBillingHealth_CheckWEBHOOK_OLD", item("CheckWEBHOOK", failed).labelKey());
        assertEquals("SmsBillingHealth_CheckPROCESSOR_NEVER", item("CheckPROCESSOR", failed).labelKey());
    }

    @Test
    void metricsNameTheOrganizationAndEscapeIt() {
        HealthFigures figures = figures(Map.of(), new Backlog(3, Duration.ofSeconds(61)), WELL, 2, Optional.of(new BigDecimal("1.50")));
        String text = new HealthMetrics("A\"B").write(figures, items(figures));
        assertEquals(1, text.lines().filter("smsbilling_queue_depth{organization=\"A\\\"B\"} 3"::equals).count(), text);
        assertEquals(1, text.lines().filter("smsbilling_spend_month{organization=\"A\\\"B\",currency=\"USD\"} 1.50"::equals).count(), text);
        assertEquals(1, text.lines().filter("smsbilling_messages_last_day{organization=\"A\\\"B\",status=\"DELIVERED\"} 90"::equals).count(), text);
    }

    private static List<HealthItem> items(HealthFigures figures) {
        return new HealthRules(figures, Locale.US).items();
    }

    private static HealthItem item(String name, HealthFigures figures) {
        return items(figures).stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow();
    }

    /** @param spent of a budget of 100 USD, or empty for no budget */
    private static HealthFigures figures(Map<String, ?> settings, Backlog due, SentToday sent, long optOuts, Optional<BigDecimal> spent) {
        Map<String, Object> fields = new HashMap<>(Map.of("organizationPartyId", "Company", "connected", "Y", "twilioAccountSid", "AC1",
                "twilioAuthToken", "t", "sender", "+12125550100", "cardSite", "fts", "cardMerchantId", "1", "cardUser", "u", "cardPassword", "p"));
        fields.put("publicBaseUrl", "https://pay.example.com");
        fields.put("monthlyBudget", spent.map(any -> new BigDecimal("100")).orElse(null));
        fields.putAll(settings);
        Map<CheckKind, CheckResult> checks = new HashMap<>();
        Arrays.stream(CheckKind.values()).forEach(kind -> checks.put(kind, new CheckResult(NOW, "")));
        List<JobRun> jobs = Arrays.stream(WatchedJob.values()).map(job -> new JobRun(job, NOW, false)).toList();
        Map<String, BigDecimal> byCurrency = spent.map(amount -> Map.of("USD", amount)).orElse(Map.of());
        return new HealthFigures(OrganizationSettings.of(fields, "Company"), NOW, checks, due, 0, 0, NONE, NONE, NONE, sent, optOuts,
                new Spending(byCurrency, 0, spent.map(any -> new BigDecimal("100"))), jobs, 8);
    }

    private static HealthFigures with(HealthFigures figures, Map<CheckKind, CheckResult> checks) {
        return new HealthFigures(figures.settings(), figures.now(), checks, figures.due(), figures.waiting(), figures.ambiguous(),
                figures.events(), figures.receipts(), figures.payments(), figures.sent(), figures.optOutsToday(), figures.spending(), figures.jobs(),
                figures.usedToday());
    }
}
