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
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntity;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.ModelService;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.testbed.sql.EntityRules;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/** Entity ECAs: services that run when rows change, before the transaction commits. */
public final class EntityEcas implements EntityRules {

    private static final String MODULE = EntityEcas.class.getName();
    private static final List<String> EVENTS = List.of("validate", "run", "return");
    private static final List<String> OPERATIONS = List.of("create", "store", "remove", "create-store", "create-remove", "store-remove",
            "create-store-remove");

    private final DispatchContext dctx;
    private final Map<String, List<Rule>> rules = new HashMap<>();

    public EntityEcas(DispatchContext dctx, List<URL> files) {
        this.dctx = dctx;
        for (URL file : files) {
            for (Element element : StrictXml.children(StrictXml.root(file, "entity-eca"), "eca")) {
                Rule rule = read(element);
                rules.computeIfAbsent(rule.entity, name -> new ArrayList<>()).add(rule);
            }
        }
    }

    private Rule read(Element element) {
        Map<String, String> of = StrictXml.attributes(element, "entity!", "operation!", "event!");
        ModelEntity entity = dctx.getDelegator().getModelEntity(of.get("entity"));
        if (entity == null || !EVENTS.contains(of.get("event")) || !OPERATIONS.contains(of.get("operation"))) {
            throw StrictXml.problem(element, "needs an entity that exists, an event of " + EVENTS + " and an operation of " + OPERATIONS);
        }
        Rule rule = new Rule(of.get("entity"), of.get("operation"), of.get("event"), new ArrayList<>(), new ArrayList<>());
        for (Element child : StrictXml.children(element, "condition", "condition-field", "action")) {
            if (StrictXml.name(child).equals("action")) {
                Map<String, String> action = StrictXml.attributes(child, "service!", "mode!", "result-to-value", "abort-on-error",
                        "rollback-on-error", "persist", "run-as-user", "value-attr");
                if (!dctx.getAllServiceNames().contains(action.get("service")) || !List.of("sync", "async").contains(action.get("mode"))) {
                    throw StrictXml.problem(child, "needs a service that exists and a mode of sync or async");
                }
                rule.actions.add(action);
            } else {
                EcaCondition condition = EcaCondition.read(child);
                if (!entity.isField(condition.field()) || condition.toField() != null && !entity.isField(condition.toField())) {
                    throw StrictXml.problem(child, "names a field that the entity does not have");
                }
                rule.conditions.add(condition);
            }
        }
        return rule;
    }

    @Override
    public boolean concern(String entityName) {
        return rules.containsKey(entityName);
    }

    @Override
    public void run(String event, String operation, GenericEntity value) throws GenericEntityException {
        Set<String> done = new HashSet<>();
        for (Rule rule : rules.getOrDefault(value.getEntityName(), List.of())) {
            if (rule.event.equals(event) && rule.operation.contains(operation)) {
                loadMissing(rule, value);
                Map<String, Object> context = value.getAllFields();
                if (rule.conditions.stream().allMatch(condition -> condition.holds(context))) {
                    for (Map<String, String> action : rule.actions) {
                        if (done.add(action.get("service"))) {
                            act(action, context, value);
                        }
                    }
                }
            }
        }
    }

    /** As OFBiz does: into the value itself. */
    private void loadMissing(Rule rule, GenericEntity value) throws GenericEntityException {
        List<String> missing = rule.conditions.stream().map(EcaCondition::field).filter(name -> value.get(name) == null).toList();
        GenericValue stored = missing.isEmpty() ? null : dctx.getDelegator().findOne(value.getEntityName(), value.getPrimaryKey(), false);
        if (stored != null) {
            missing.forEach(name -> value.set(name, stored.get(name)));
        }
    }

    private void act(Map<String, String> action, Map<String, Object> context, GenericEntity value) throws GenericEntityException {
        String service = action.get("service");
        try {
            Map<String, Object> input = dctx.makeValidContext(service, ModelService.IN_PARAM, context);
            if (action.containsKey("value-attr")) {
                input.put(action.get("value-attr"), value);
            }
            if (action.containsKey("run-as-user")) {
                input.put("userLogin", dctx.getDelegator().findOne("UserLogin", true, "userLoginId", action.get("run-as-user")));
            }
            if ("async".equals(action.get("mode"))) {
                dctx.getDispatcher().runAsync(service, input, "true".equals(action.get("persist")));
                return;
            }
            Map<String, Object> result = dctx.getDispatcher().runSync(service, input);
            if (ServiceUtil.isError(result)) {
                throw new GenericServiceException("Error running Entity ECA action service: " + ServiceUtil.getErrorMessage(result));
            }
            if ("true".equals(action.get("result-to-value"))) {
                value.setNonPKFields(result);
            }
        } catch (GenericServiceException e) {
            if ("true".equals(action.get("rollback-on-error"))) {
                TransactionUtil.setRollbackOnly("Entity ECA action service failed and rollback-on-error is true, so setting rollback only.", e);
            }
            if ("true".equals(action.get("abort-on-error"))) {
                throw new GenericEntityException("Error running Entity ECA action service: " + e, e);
            }
            Debug.logError(e, "Error running Entity ECA action service", MODULE);
        }
    }

    /** One eca element. */
    private record Rule(String entity, String operation, String event, List<EcaCondition> conditions, List<Map<String, String>> actions) { }
}
