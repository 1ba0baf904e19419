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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.recipient.PartyNames;

/** OFBiz service of the dry run. */
public final class SmsDryRunServices {

    private static final String MODULE = SmsDryRunServices.class.getName();
    private static final int PART = 500;
    private static final List<String> COLUMNS = List.of("timeText", "communicationText", "typeText", "invoices", "customer", "outstanding",
            "recipient", "leavesText", "waits", "why");

    private SmsDryRunServices() { }

    /** Who would get what and when in the next days: a part of it, and where the next one begins. */
    public static Map<String, Object> dryRunSmsReminders(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        ReminderWords words = new ReminderWords(ServiceUtil.getLocale(context));
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "VIEW");
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            Typed typed = new Typed(context);
            int days = (int) typed.number("days", 7, 1, DryRun.MOST_DAYS, "SmsBillingDryRunWrongDays");
            Instant now = SmsBilling.of(delegator).clock().instant();
            Optional<DryRunPosition> position = typed.text("position") == null ? Optional.of(DryRunPosition.start(now))
                    : DryRunPosition.parse(typed.text("position"), now);
            if (position.isEmpty()) {
                typed.problem(FormProblem.of("SmsBillingDryRunAgain"));
            }
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organizationPartyId);
            if (!typed.problems().isEmpty() || settings.isEmpty()) {
                return ServiceUtil.returnError(settings.isEmpty() ? List.of(words.of("SmsBillingDryRunNoSettings")) : words.of(typed.problems()));
            }
            return run(delegator, settings.get(), position.get(), days, words);
        } catch (GenericEntityException e) {
            Debug.logError(e, "Dry run of " + organizationPartyId, MODULE);
            return ServiceUtil.returnError(words.of("SmsBillingReminderDatabaseProblem"));
        }
    }

    private static Map<String, Object> run(Delegator delegator, OrganizationSettings settings, DryRunPosition position, int days, ReminderWords words)
            throws GenericEntityException {
        CollectionCycles cycles = CollectionCyclesReader.read(delegator, settings.organizationPartyId());
        DryRun run = new DryRun(delegator, settings, cycles, position.now(), days, PART);
        boolean first = position.afterCustomer().isEmpty();
        DryRun.Part part = run.part(position);
        ComingReminderView view = new ComingReminderView(settings, words,
                PartyNames.read(delegator, ComingReminderView.parties(part.reminders())));
        List<Map<String, Object>> lines = part.reminders().stream().map(view::line).collect(Collectors.toList());
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put("organizationName", settings.organizationName());
        result.put("lines", lines);
        result.put("dayCounts", dayCounts(lines));
        result.put("days", String.valueOf(days));
        result.put("looked", String.valueOf(part.looked()));
        result.put("total", first ? String.valueOf(run.total()) : "");
        result.put("next", part.next() == null ? "" : part.next().text());
        result.put("nothingText", words.of(cycles.all().isEmpty() ? "SmsBillingDryRunNoCycles" : "SmsBillingDryRunNothing"));
        result.put("notReady", settings.notReady().isPresent());
        result.put("csv", csv(lines, words, first));
        return result;
    }

    /** @return how many get what on each day, in order */
    private static List<Map<String, Object>> dayCounts(List<Map<String, Object>> lines) {
        Map<String, Map<String, Object>> days = new TreeMap<>();
        for (Map<String, Object> line : lines) {
            Map<String, Object> day = days.computeIfAbsent(String.valueOf(line.get("day")), any -> new TreeMap<>(Map.of("day", any,
                    "dayText", line.get("dayText"), "SMS", "0", "EMAIL", "0", "NOBODY", "0")));
            String kind = String.valueOf(line.get("kind"));
            day.put(kind, String.valueOf(Integer.parseInt(String.valueOf(day.get(kind))) + 1));
        }
        return List.copyOf(days.values());
    }

    private static String csv(List<Map<String, Object>> lines, ReminderWords words, boolean first) {
        StringBuilder csv = new StringBuilder();
        if (first) {
            csv.append('\uFEFF').append(SpreadsheetLine.of(COLUMNS.stream().map(column -> words.of("SmsBillingDryRun_" + column)).toList()));
        }
        lines.forEach(line -> csv.append(SpreadsheetLine.of(COLUMNS.stream().map(column -> String.valueOf(line.get(column))).toList())));
        return csv.toString();
    }
}
