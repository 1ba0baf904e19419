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
package org.smsbilling.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
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

/** Texts that nobody asked for: a step is planned as the jobs plan it. */
final class ByItself {

    private static final String STEP = "SCENARIO";

    private ByItself() { }

    /** @return what was planned, written down as well. @param occurrence others make another text */
    static List<PlannedText> plan(Stage stage, String invoiceId, MessageType type, String occurrence) throws GenericEntityException {
        Delegator delegator = stage.delegator();
        Instant now = stage.component().clock().instant();
        InvoiceFacts invoice = InvoiceFactsReader.read(delegator, List.of(invoiceId), now).get(invoiceId);
        OrganizationSettings settings = OrganizationSettingsReader.read(delegator, invoice.organizationPartyId()).orElseThrow();
        List<PlannedText> texts = new StepPlanner(delegator, settings, now).plan(List.of(new PlannedStep(STEP, occurrence, type, List.of(invoice),
                MessageContent.NONE, now, null, Map.of())));
        new PlanWriter(delegator, now).write(texts);
        stage.component().outbox().wake();
        return texts;
    }

    /** @return SmsStepRun.outcome of a planned step for a recipient, or null */
    static String outcome(Stage stage, String invoiceId, String occurrence, String recipientPartyId) throws GenericEntityException {
        GenericValue run = EntityQuery.use(stage.delegator()).from("SmsStepRun").where("invoiceId", invoiceId, "stepId", STEP,
                "occurrence", occurrence, "recipient", recipientPartyId).queryFirst();
        return run == null ? null : run.getString("outcome");
    }
}
