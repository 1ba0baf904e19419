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

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** Services that run by themselves: reminders, and the reading of open invoices. */
public final class SmsReminderServices {

    private static final String MODULE = SmsReminderServices.class.getName();
    private static final int CHUNKS_AT_ONCE = 400;

    private SmsReminderServices() { }

    /** Runs the steps that are due, of all organizations; one with a problem does not keep the others from theirs. */
    public static Map<String, Object> runSmsReminders(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        Clock clock = SmsBilling.of(delegator).clock();
        int looked = 0;
        int texts = 0;
        int emails = 0;
        String problem = null;
        try {
            new InvoiceDueFill(delegator, clock).goOn(CHUNKS_AT_ONCE);
            for (String organization : CollectionCyclesReader.organizations(delegator)) {
                try {
                    ReminderRun.Outcome outcome = run(dctx, organization, clock.instant());
                    looked += outcome.looked();
                    texts += outcome.texts();
                    emails += outcome.emails();
                } catch (GenericEntityException | RuntimeException e) {
                    Debug.logError(e, "Reminders of organization " + organization, MODULE);
                    problem = "Reminders of organization " + organization + ": " + e.getMessage();
                }
            }
        } catch (GenericEntityException e) {
            Debug.logError(e, "Reminders", MODULE);
            problem = "Reminders: " + e.getMessage();
        }
        Map<String, Object> result = problem == null ? ServiceUtil.returnSuccess() : ServiceUtil.returnError(problem);
        result.put("looked", looked);
        result.put("texts", texts);
        result.put("emails", emails);
        return result;
    }

    private static ReminderRun.Outcome run(DispatchContext dctx, String organization, Instant now) throws GenericEntityException {
        Delegator delegator = dctx.getDelegator();
        Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organization);
        if (settings.isEmpty()) {
            return new ReminderRun.Outcome(0, 0, 0);
        }
        return new ReminderRun(delegator, settings.get(), CollectionCyclesReader.read(delegator, organization),
                new ReminderEmails(dctx.getDispatcher()), now).run();
    }
}
