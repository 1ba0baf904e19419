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

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The figures as plain text that monitoring reads: the exposition format of Prometheus
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
final class HealthMetrics {

    private final StringBuilder text = new StringBuilder();
    private final String organization;

    HealthMetrics(String organizationPartyId) {
        this.organization = "organization=\"" + escaped(organizationPartyId) + "\"";
    }

    /** @return lines of name{labels} value; lights are 0 green, 1 amber, 2 red */
    String write(HealthFigures figures, List<HealthItem> items) {
        line("smsbilling_health", "", HealthRules.overall(items).ordinal());
        items.forEach(item -> line("smsbilling_health_item", ",item=\"" + item.name() + "\"", item.light().ordinal()));
        line("smsbilling_queue_depth", "", figures.due().count());
        line("smsbilling_queue_oldest_seconds", "", figures.due().age().toSeconds());
        line("smsbilling_queue_waiting", "", figures.waiting());
        line("smsbilling_ambiguous", "", figures.ambiguous());
        line("smsbilling_events_backlog", "", figures.events().count());
        line("smsbilling_events_oldest_seconds", "", figures.events().age().toSeconds());
        line("smsbilling_payments_open", "", figures.payments().count());
        line("smsbilling_payments_oldest_seconds", "", figures.payments().age().toSeconds());
        line("smsbilling_receipts_backlog", "", figures.receipts().count());
        new TreeMap<>(figures.sent().byStatus()).forEach((status, count) ->
                line("smsbilling_messages_last_day", ",status=\"" + escaped(status) + "\"", count));
        new TreeMap<>(figures.sent().failuresByCode()).forEach((code, count) ->
                line("smsbilling_failures_last_day", ",code=\"" + escaped(code) + "\"", count));
        line("smsbilling_opt_outs_today", "", figures.optOutsToday());
        figures.spending().byCurrency().forEach((currency, amount) ->
                line("smsbilling_spend_month", ",currency=\"" + escaped(currency) + "\"", amount.toPlainString()));
        line("smsbilling_unpriced_month", "", figures.spending().unpriced());
        figures.spending().budget().ifPresent(budget -> line("smsbilling_budget_month", "", budget.toPlainString()));
        figures.jobs().stream().filter(run -> run.finishedDate() != null).forEach(run -> line("smsbilling_job_finished_timestamp_seconds",
                ",job=\"" + run.job().name().toLowerCase(Locale.ROOT) + "\"", run.finishedDate().getEpochSecond()));
        return text.toString();
    }

    private void line(String name, String labels, Object value) {
        text.append(name).append('{').append(organization).append(labels).append("} ").append(value).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
