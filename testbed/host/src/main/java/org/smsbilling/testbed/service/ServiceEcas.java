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
package org.smsbilling.testbed.service;

import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.ModelService;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/** Service ECAs: services that run around other services. */
final class ServiceEcas {

    private static final String MODULE = ServiceEcas.class.getName();
    private static final List<String> EVENTS = List.of("auth", "in-validate", "invoke", "out-validate", "commit", "global-commit",
            "global-commit-post-run", "global-rollback", "return");

    private final DispatchContext dctx;
    private final Map<String, List<Rule>> rules = new HashMap<>();

    ServiceEcas(DispatchContext dctx, List<URL> files) {
        this.dctx = dctx;
        for (URL file : files) {
            StrictXml.children(StrictXml.root(file, "service-eca"), "eca").forEach(this::read);
        }
    }

    private void read(Element element) {
        Map<String, String> of = StrictXml.attributes(element, "service!", "event!", "run-on-error", "run-on-failure");
        if (!EVENTS.contains(of.get("event")) || !dctx.getAllServiceNames().contains(of.get("service"))) {
            throw StrictXml.problem(element, "needs a service that exists and an event of " + EVENTS);
        }
        Rule rule = new Rule(of, new ArrayList<>(), new ArrayList<>());
        for (Element child : StrictXml.children(element, "condition", "condition-field", "action")) {
            if (StrictXml.name(child).equals("action")) {
                Map<String, String> action = StrictXml.attributes(child, "service!", "mode!", "result-to-context", "ignore-failure", "ignore-error",
                        "persist", "run-as-user", "new-transaction");
                if (!dctx.getAllServiceNames().contains(action.get("service")) || !List.of("sync", "async").contains(action.get("mode"))) {
                    throw StrictXml.problem(child, "needs a service that exists and a mode of sync or async");
                }
                rule.actions.add(action);
            } else {
                rule.conditions.add(EcaCondition.read(child));
            }
        }
        rules.computeIfAbsent(of.get("service"), name -> new ArrayList<>()).add(rule);
    }

    /** Runs the rules of an event; what they return may turn result into a failure or an error. */
    void run(String service, String event, Map<String, Object> context, Map<String, Object> result) throws GenericServiceException {
        Set<String> done = new HashSet<>();
        for (Rule rule : rules.getOrDefault(service, List.of())) {
            boolean stopped = ServiceUtil.isError(result) && !"true".equals(rule.of.get("run-on-error"))
                    || ServiceUtil.isFailure(result) && !"true".equals(rule.of.get("run-on-failure"));
            if (event.equals(rule.of.get("event")) && !stopped && rule.conditions.stream().allMatch(condition -> condition.holds(context))) {
                for (Map<String, String> action : rule.actions) {
                    if (done.add(action.get("service"))) {
                        act(action, event, context, result);
                    }
                }
            }
        }
    }

    private void act(Map<String, String> action, String event, Map<String, Object> context, Map<String, Object> result)
            throws GenericServiceException {
        String service = action.get("service");
        Map<String, Object> input = dctx.makeValidContext(service, ModelService.IN_PARAM, context);
        try {
            if (action.containsKey("run-as-user")) {
                input.put("userLogin", dctx.getDelegator().findOne("UserLogin", true, "userLoginId", action.get("run-as-user")));
            }
            if (event.startsWith("global-")) {
                TransactionUtil.registerSynchronization(new After(dctx, action, context, event.equals("global-rollback")));
                return;
            }
        } catch (GenericEntityException e) {
            throw new GenericServiceException("Service ECA " + service + " could not be prepared", e);
        }
        if ("async".equals(action.get("mode"))) {
            dctx.getDispatcher().runAsync(service, input, "true".equals(action.get("persist")));
            return;
        }
        Map<String, Object> outcome = "true".equals(action.get("new-transaction")) ? dctx.getDispatcher().runSync(service, input, -1, true)
                : dctx.getDispatcher().runSync(service, input);
        if (!"false".equals(action.get("result-to-context"))) {
            context.putAll(dctx.getModelService(service).makeValid(outcome, ModelService.OUT_PARAM, false, null));
        }
        boolean counts = ServiceUtil.isFailure(outcome) && "false".equals(action.get("ignore-failure"))
                || ServiceUtil.isError(outcome) && "false".equals(action.get("ignore-error"));
        if (counts) {
            result.put(ModelService.RESPONSE_MESSAGE, outcome.get(ModelService.RESPONSE_MESSAGE));
            result.put(ModelService.ERROR_MESSAGE, ServiceUtil.getErrorMessage(outcome));
        }
    }

    /** One eca element. */
    private record Rule(Map<String, String> of, List<EcaCondition> conditions, List<Map<String, String>> actions) { }

    /** Runs an action when the transaction has ended; with what the context holds by then. */
    private record After(DispatchContext dctx, Map<String, String> action, Map<String, Object> context, boolean rollback) implements Synchronization {

        @Override
        public void beforeCompletion() {
            Debug.logVerbose("Service ECA " + action.get("service") + " waits for the transaction's end", MODULE);
        }

        @Override
        public void afterCompletion(int status) {
            if (rollback == (status == Status.STATUS_COMMITTED)) {
                return;
            }
            String service = action.get("service");
            try {
                Map<String, Object> input = dctx.makeValidContext(service, ModelService.IN_PARAM, context);
                if (action.containsKey("run-as-user")) {
                    input.put("userLogin", dctx.getDelegator().findOne("UserLogin", true, "userLoginId", action.get("run-as-user")));
                }
                if ("async".equals(action.get("mode"))) {
                    dctx.getDispatcher().runAsync(service, input, "true".equals(action.get("persist")));
                } else {
                    dctx.getDispatcher().runSync(service, input);
                }
            } catch (GenericServiceException | GenericEntityException e) {
                Debug.logError(e, "Service ECA " + service + " failed after the transaction's end", MODULE);
            }
        }
    }
}
