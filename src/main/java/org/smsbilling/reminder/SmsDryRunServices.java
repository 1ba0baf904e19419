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

/** The service that looks ahead. */
public final class SmsDryRunServices {

    private static final String MODULE = SmsDryRunServices.class.getName();
    private static final List<String> COLUMNS = List.of("timeText", "communicationText", "typeText", "invoices", "customer", "outstanding",
            "recipient", "leavesText", "why");

    private SmsDryRunServices() { }

    /** Who would get what and when in the next days. */
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
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organizationPartyId);
            if (!typed.problems().isEmpty() || settings.isEmpty()) {
                return ServiceUtil.returnError(settings.isEmpty() ? List.of(words.of("SmsBillingDryRunNoSettings")) : words.of(typed.problems()));
            }
            Instant now = SmsBilling.of(delegator).clock().instant();
            DryRun.Result run = new DryRun(delegator, settings.get(), CollectionCyclesReader.read(delegator, organizationPartyId), now).run(days);
            ComingReminderView view = new ComingReminderView(settings.get(), words,
                    PartyNames.read(delegator, ComingReminderView.parties(run.reminders())));
            List<Map<String, Object>> lines = run.reminders().stream().map(view::line).collect(Collectors.toList());
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("organizationName", settings.get().organizationName());
            result.put("lines", lines);
            result.put("days", String.valueOf(days));
            result.put("limitedText", run.limited() ? words.of("SmsBillingDryRunLimited", Map.of("most", String.valueOf(DryRun.MOST_INVOICES))) : "");
            result.put("notReady", settings.get().notReady().isPresent());
            result.put("csv", csv(lines, words));
            return result;
        } catch (GenericEntityException e) {
            Debug.logError(e, "Dry run of " + organizationPartyId, MODULE);
            return ServiceUtil.returnError(words.of("SmsBillingReminderDatabaseProblem"));
        }
    }

    private static String csv(List<Map<String, Object>> lines, ReminderWords words) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        csv.append(SpreadsheetLine.of(COLUMNS.stream().map(column -> words.of("SmsBillingDryRun_" + column)).toList()));
        lines.forEach(line -> csv.append(SpreadsheetLine.of(COLUMNS.stream().map(column -> String.valueOf(line.get(column))).toList())));
        return csv.toString();
    }
}
