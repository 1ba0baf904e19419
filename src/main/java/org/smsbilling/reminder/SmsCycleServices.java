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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** Services by which administrators keep the cycles of their organizations. */
public final class SmsCycleServices {

    private static final String MODULE = SmsCycleServices.class.getName();

    private SmsCycleServices() { }

    /** What is done for an organization once the user may. */
    @FunctionalInterface
    private interface Work {
        Map<String, Object> run(Delegator delegator, String organizationPartyId) throws GenericEntityException;
    }

    /** The cycles of an organization, and the examples. */
    public static Map<String, Object> getSmsCollectionCycles(DispatchContext dctx, Map<String, ? extends Object> context) {
        return administer(dctx, context, (String) context.get("organizationPartyId"), (delegator, organization) -> {
            CycleView view = new CycleView(words(context));
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("organizationName", settings(delegator, organization).organizationName());
            result.put("connected", settings(delegator, organization).connected());
            result.put("cycles", CollectionCyclesReader.read(delegator, organization).all().stream().map(view::cycle).collect(Collectors.toList()));
            result.put("examples", CollectionCyclesReader.read(delegator, CollectionCyclesReader.EXAMPLES).all().stream().map(view::cycle)
                    .collect(Collectors.toList()));
            result.put("progressText", progress(delegator, organization, words(context)));
            return result;
        });
    }

    /** One cycle with its steps. */
    public static Map<String, Object> getSmsCollectionCycle(DispatchContext dctx, Map<String, ? extends Object> context) {
        String cycleId = (String) context.get("cycleId");
        return ofCycle(dctx, context, cycleId, (delegator, organization) -> {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("organizationPartyId", organization);
            result.put("organizationName", settings(delegator, organization).organizationName());
            result.put("connected", settings(delegator, organization).connected());
            result.put("cycle", new CycleView(words(context)).cycle(CollectionCyclesReader.read(delegator, organization).all().stream()
                    .filter(one -> one.cycleId().equals(cycleId)).findFirst().orElseThrow()));
            return result;
        });
    }

    /** A new cycle, empty or like an example. */
    public static Map<String, Object> createSmsCollectionCycle(DispatchContext dctx, Map<String, ? extends Object> context) {
        return administer(dctx, context, (String) context.get("organizationPartyId"), (delegator, organization) -> {
            CycleStore store = store(dctx, context);
            boolean connected = settings(delegator, organization).connected();
            String exampleCycleId = (String) context.get("exampleCycleId");
            boolean copied = exampleCycleId != null && !exampleCycleId.isBlank();
            String cycleId;
            if (copied) {
                GenericValue example = CycleStore.cycle(delegator, exampleCycleId);
                if (example == null || !CollectionCyclesReader.EXAMPLES.equals(example.getString("organizationPartyId"))) {
                    return ServiceUtil.returnError(words(context).of("SmsBillingCycleNoExample"));
                }
                cycleId = store.copy(exampleCycleId, organization, connected);
            } else {
                CycleForm form = CycleForm.check(context);
                if (!form.problems().isEmpty()) {
                    return ServiceUtil.returnError(words(context).of(form.problems()));
                }
                cycleId = store.createCycle(organization, form.values());
            }
            new InvoiceDueFill(delegator, SmsBilling.of(delegator).clock()).begin(organization);
            Map<String, Object> result = ServiceUtil.returnSuccess(words(context).of(copied && !connected ? "SmsBillingCycleCopiedNone"
                    : "SmsBillingCycleCreated"));
            result.put("cycleId", cycleId);
            return result;
        });
    }

    /** Changes name, priority and rule. */
    public static Map<String, Object> updateSmsCollectionCycle(DispatchContext dctx, Map<String, ? extends Object> context) {
        String cycleId = (String) context.get("cycleId");
        return ofCycle(dctx, context, cycleId, (delegator, organization) -> {
            CycleForm form = CycleForm.check(context);
            if (!form.problems().isEmpty()) {
                return ServiceUtil.returnError(words(context).of(form.problems()));
            }
            store(dctx, context).updateCycle(cycleId, form.values());
            return ServiceUtil.returnSuccess(words(context).of("SmsBillingCycleStored"));
        });
    }

    /** Removes a cycle; what is queued already stays queued. */
    public static Map<String, Object> removeSmsCollectionCycle(DispatchContext dctx, Map<String, ? extends Object> context) {
        String cycleId = (String) context.get("cycleId");
        return ofCycle(dctx, context, cycleId, (delegator, organization) -> {
            store(dctx, context).updateCycle(cycleId, ended(delegator));
            Map<String, Object> result = ServiceUtil.returnSuccess(words(context).of("SmsBillingCycleRemoved"));
            result.put("organizationPartyId", organization);
            return result;
        });
    }

    /** Creates a step, or with stepId changes one. */
    public static Map<String, Object> saveSmsCollectionStep(DispatchContext dctx, Map<String, ? extends Object> context) {
        String cycleId = (String) context.get("cycleId");
        return ofCycle(dctx, context, cycleId, (delegator, organization) -> {
            String stepId = (String) context.get("stepId");
            GenericValue stored = stepId == null || stepId.isBlank() ? null : CycleStore.step(delegator, stepId);
            if (stepId != null && !stepId.isBlank() && (stored == null || !cycleId.equals(stored.getString("cycleId")))) {
                return ServiceUtil.returnError(words(context).of("SmsBillingStepNotFound"));
            }
            StepForm form = StepForm.check(context, settings(delegator, organization));
            if (!form.problems().isEmpty()) {
                return ServiceUtil.returnError(words(context).of(form.problems()));
            }
            CycleStore store = store(dctx, context);
            if (stored == null) {
                store.createStep(cycleId, form.values());
            } else {
                store.updateStep(stored, form.values());
            }
            return ServiceUtil.returnSuccess(words(context).of("SmsBillingStepStored"));
        });
    }

    /** Removes a step; its history stays. */
    public static Map<String, Object> removeSmsCollectionStep(DispatchContext dctx, Map<String, ? extends Object> context) {
        String cycleId = (String) context.get("cycleId");
        return ofCycle(dctx, context, cycleId, (delegator, organization) -> {
            GenericValue stored = CycleStore.step(delegator, (String) context.get("stepId"));
            if (stored == null || !cycleId.equals(stored.getString("cycleId"))) {
                return ServiceUtil.returnError(words(context).of("SmsBillingStepNotFound"));
            }
            store(dctx, context).updateStep(stored, ended(delegator));
            return ServiceUtil.returnSuccess(words(context).of("SmsBillingStepRemoved"));
        });
    }

    /** What disconnecting the organization from SMS would end. */
    public static Map<String, Object> getSmsDisconnectConsequences(DispatchContext dctx, Map<String, ? extends Object> context) {
        return administer(dctx, context, (String) context.get("organizationPartyId"), (delegator, organization) -> {
            TextSteps steps = TextSteps.read(delegator, settings(delegator, organization));
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("cycles", steps.byCycle());
            result.put("openCases", String.valueOf(steps.openCases(SmsBilling.of(delegator).clock().instant())));
            result.put("queued", String.valueOf(steps.queued()));
            return result;
        });
    }

    private static Map<String, Object> ofCycle(DispatchContext dctx, Map<String, ?> context, String cycleId, Work work) {
        try {
            GenericValue cycle = CycleStore.cycle(dctx.getDelegator(), cycleId);
            if (cycle == null || CollectionCyclesReader.EXAMPLES.equals(cycle.getString("organizationPartyId"))) {
                return ServiceUtil.returnError(words(context).of("SmsBillingCycleNotFound"));
            }
            return administer(dctx, context, cycle.getString("organizationPartyId"), work);
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    private static Map<String, Object> administer(DispatchContext dctx, Map<String, ?> context, String organizationPartyId, Work work) {
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "ADMIN");
            return refusal.isPresent() ? ServiceUtil.returnError(refusal.get()) : work.run(dctx.getDelegator(), organizationPartyId);
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    private static Map<String, Object> databaseProblem(GenericEntityException e, Map<String, ?> context) {
        Debug.logError(e, "Collection cycles", MODULE);
        return ServiceUtil.returnError(words(context).of("SmsBillingReminderDatabaseProblem"));
    }

    private static String progress(Delegator delegator, String organization, ReminderWords words) throws GenericEntityException {
        return new InvoiceDueFill(delegator, SmsBilling.of(delegator).clock()).progress(organization)
                .filter(progress -> !progress.complete()).map(progress -> words.of("SmsBillingFillProgress",
                        Map.of("read", String.valueOf(progress.read()), "toRead", String.valueOf(Math.max(progress.read(), progress.toRead())))))
                .orElse("");
    }

    private static Map<String, Object> ended(Delegator delegator) {
        Map<String, Object> ended = new HashMap<>();
        ended.put("thruDate", java.sql.Timestamp.from(SmsBilling.of(delegator).clock().instant()));
        return ended;
    }

    private static CycleStore store(DispatchContext dctx, Map<String, ?> context) {
        Instant now = SmsBilling.of(dctx.getDelegator()).clock().instant();
        return new CycleStore(dctx.getDelegator(), ((GenericValue) context.get("userLogin")).getString("userLoginId"), now);
    }

    private static OrganizationSettings settings(Delegator delegator, String organizationPartyId) throws GenericEntityException {
        return OrganizationSettingsReader.read(delegator, organizationPartyId).orElseGet(() -> OrganizationSettings.of(
                Map.of("organizationPartyId", organizationPartyId), organizationPartyId));
    }

    private static ReminderWords words(Map<String, ?> context) {
        return new ReminderWords(ServiceUtil.getLocale(context));
    }
}
