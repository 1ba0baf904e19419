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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.smsbilling.invoice.MoneyText;
import org.smsbilling.limit.OrganizationDay;
import org.smsbilling.twilio.TwilioErrors;

/** From figures to lights: what is well, what somebody should look at, and what keeps texts or payments from working. */
final class HealthRules {

    private static final Duration CHECK_AGE = Duration.ofHours(26);
    private static final double MINUTES_AMBER = 2;
    private static final double MINUTES_RED = 15;
    private static final double PAYMENTS_AMBER = 5;
    private static final double PAYMENTS_RED = 60;
    private static final double FAILED_AMBER = 0.05;
    private static final double FAILED_RED = 0.20;
    private static final int FEW_FAILURES = 3;
    private static final int MANY_OPT_OUTS = 5;
    private static final double OPT_OUTS_AMBER = 0.02;
    private static final int BUDGET_AMBER = 80;
    private static final int BUDGET_RED = 100;
    private static final int CODES_SHOWN = 5;

    private final HealthFigures figures;
    private final Locale locale;

    /** @param locale in which amounts are written */
    HealthRules(HealthFigures figures, Locale locale) {
        this.figures = figures;
        this.locale = locale;
    }

    /** @return the most important first */
    List<HealthItem> items() {
        List<HealthItem> items = new ArrayList<>();
        items.add(connection());
        for (CheckKind kind : CheckKind.values()) {
            items.add(check(kind));
        }
        items.add(queue());
        items.add(backlog("Events", figures.events()));
        items.add(backlog("Receipts", figures.receipts()));
        items.add(ambiguous());
        items.add(payments());
        items.add(delivery());
        items.add(optOuts());
        items.add(spending());
        dailyCap().ifPresent(items::add);
        items.add(jobs());
        return items;
    }

    static HealthLight overall(List<HealthItem> items) {
        return HealthLight.worst(items.stream().map(HealthItem::light).collect(Collectors.toList()));
    }

    private HealthItem connection() {
        if (!figures.settings().stoppedReason().isEmpty() && !figures.settings().connected()) {
            return HealthItem.of("Connection", HealthLight.RED, "STOPPED", Map.of("reason", figures.settings().stoppedReason()));
        } else if (!figures.settings().connected()) {
            return HealthItem.of("Connection", HealthLight.RED, "OFF", Map.of());
        }
        return figures.settings().notReady().isPresent() ? HealthItem.of("Connection", HealthLight.RED, "INCOMPLETE", Map.of())
                : HealthItem.of("Connection", HealthLight.GREEN, Map.of());
    }

    private HealthItem check(CheckKind kind) {
        CheckResult result = figures.checks().get(kind);
        String name = "Check" + kind;
        if (result == null) {
            return HealthItem.of(name, HealthLight.AMBER, "NEVER", Map.of());
        } else if (!result.worked()) {
            return HealthItem.of(name, HealthLight.RED, Map.of("problem", result.problem()));
        }
        boolean old = result.checkedDate().plus(CHECK_AGE).isBefore(figures.now());
        return old ? HealthItem.of(name, HealthLight.AMBER, "OLD", Map.of()) : HealthItem.of(name, HealthLight.GREEN, Map.of());
    }

    private HealthItem queue() {
        HealthLight light = HealthLight.at(figures.due().age().toSeconds() / 60.0, MINUTES_AMBER, MINUTES_RED);
        return HealthItem.of("Queue", light, Map.of("due", text(figures.due().count()), "waiting", text(figures.waiting()),
                "minutes", text(figures.due().age().toMinutes())));
    }

    private HealthItem backlog(String name, Backlog backlog) {
        HealthLight light = HealthLight.at(backlog.age().toSeconds() / 60.0, MINUTES_AMBER, MINUTES_RED);
        return HealthItem.of(name, light, light == HealthLight.GREEN ? "GREEN" : "LATE",
                Map.of("count", text(backlog.count()), "minutes", text(backlog.age().toMinutes())));
    }

    private HealthItem payments() {
        HealthLight light = HealthLight.at(figures.payments().age().toSeconds() / 60.0, PAYMENTS_AMBER, PAYMENTS_RED);
        return HealthItem.of("Payments", light, light == HealthLight.GREEN ? "GREEN" : "LATE",
                Map.of("count", text(figures.payments().count()), "minutes", text(figures.payments().age().toMinutes())));
    }

    private HealthItem ambiguous() {
        return HealthItem.of("Ambiguous", figures.ambiguous() == 0 ? HealthLight.GREEN : HealthLight.AMBER,
                Map.of("count", text(figures.ambiguous())));
    }

    private HealthItem delivery() {
        SentToday sent = figures.sent();
        HealthLight light = sent.failed() < FEW_FAILURES ? HealthLight.GREEN
                : HealthLight.at(sent.failedShare(), FAILED_AMBER, FAILED_RED);
        boolean refused = sent.failuresByCode().keySet().stream().anyMatch(code -> TwilioErrors.action(code) == TwilioErrors.Action.ALERT);
        if (refused && light != HealthLight.RED) {
            light = HealthLight.AMBER;
        }
        String state = refused ? "REFUSED" : light == HealthLight.GREEN ? "GREEN" : "FAILING";
        return HealthItem.of("Delivery", light, state, Map.of("sent", text(sent.sent()),
                "delivered", text(sent.count("DELIVERED")), "failed", text(sent.failed()), "codes", codes(sent)));
    }

    private HealthItem optOuts() {
        long count = figures.optOutsToday();
        boolean many = count >= MANY_OPT_OUTS && count > figures.sent().sent() * OPT_OUTS_AMBER;
        return HealthItem.of("OptOuts", many ? HealthLight.AMBER : HealthLight.GREEN, Map.of("count", text(count)));
    }

    private HealthItem spending() {
        Spending spending = figures.spending();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("spent", amounts(spending.byCurrency()));
        values.put("unpriced", text(spending.unpriced()));
        if (spending.budget().isEmpty()) {
            return HealthItem.of("Spending", HealthLight.GREEN, "NO_BUDGET", values);
        }
        values.put("percent", text(spending.percent()));
        return HealthItem.of("Spending", HealthLight.at(spending.percent(), BUDGET_AMBER, BUDGET_RED), values);
    }

    /** @return empty when the organization has no cap */
    private Optional<HealthItem> dailyCap() {
        int cap = figures.settings().texting().dailyCap();
        HealthLight light = OrganizationDay.nearlyFull(figures.usedToday(), cap) ? HealthLight.AMBER : HealthLight.GREEN;
        return cap == 0 ? Optional.empty() : Optional.of(HealthItem.of("DailyCap", light, Map.of("used", text(figures.usedToday()),
                "cap", text(cap))));
    }

    private HealthItem jobs() {
        List<String> late = figures.jobs().stream().filter(this::late).map(run -> run.job().serviceName()).collect(Collectors.toList());
        List<String> failed = figures.jobs().stream().filter(JobRun::failed).map(run -> run.job().serviceName()).collect(Collectors.toList());
        if (!failed.isEmpty()) {
            return HealthItem.of("Jobs", HealthLight.RED, "FAILED", Map.of("jobs", String.join(", ", failed)));
        }
        return late.isEmpty() ? HealthItem.of("Jobs", HealthLight.GREEN, Map.of())
                : HealthItem.of("Jobs", HealthLight.AMBER, "LATE", Map.of("jobs", String.join(", ", late)));
    }

    private boolean late(JobRun run) {
        return run.finishedDate() == null || run.finishedDate().plus(run.job().longestGap()).isBefore(figures.now());
    }

    private String codes(SentToday sent) {
        return new TreeMap<>(sent.failuresByCode()).entrySet().stream().sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .limit(CODES_SHOWN).map(code -> code.getKey() + ": " + code.getValue()).collect(Collectors.joining(", "));
    }

    private String amounts(Map<String, BigDecimal> byCurrency) {
        return byCurrency.isEmpty() ? "0" : byCurrency.entrySet().stream()
                .map(amount -> MoneyText.format(amount.getValue(), amount.getKey(), locale)).collect(Collectors.joining(" + "));
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
