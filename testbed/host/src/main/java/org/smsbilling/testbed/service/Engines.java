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

import groovy.lang.Script;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilGenerics;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.ModelService;
import org.apache.ofbiz.service.ServiceUtil;
import org.apache.ofbiz.service.engine.ExecutionServiceException;

/** Ways to run a service's own code. */
final class Engines {

    private Engines() { }

    static Map<String, Object> run(DispatchContext dctx, ModelService service, Map<String, Object> context) throws GenericServiceException {
        switch (service.getEngineName()) {
        case "java":
            return java(dctx, service, context);
        case "groovy":
            return groovy(dctx, service, context);
        case "entity-auto":
            return entityAuto(dctx.getDelegator(), service, context);
        default:
            throw new GenericServiceException("Service " + service.getName() + " is an interface and cannot be run");
        }
    }

    private static Map<String, Object> java(DispatchContext dctx, ModelService service, Map<String, Object> context) throws GenericServiceException {
        try {
            Class<?> type = Class.forName(service.getLocation(), true, dctx.getClassLoader());
            return UtilGenerics.cast(type.getMethod(service.getInvoke(), DispatchContext.class, Map.class).invoke(null, dctx, context));
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            throw new GenericServiceException("Cannot find service [" + service.getName() + "] location " + service.getLocation() + "."
                    + service.getInvoke(), e);
        } catch (InvocationTargetException e) {
            throw new GenericServiceException("Service [" + service.getName() + "] target threw an unexpected exception", e.getTargetException());
        }
    }

    private static Map<String, Object> groovy(DispatchContext dctx, ModelService service, Map<String, Object> context)
            throws GenericServiceException {
        Map<String, Object> variables = new HashMap<>(context);
        variables.put("parameters", new HashMap<>(context));
        variables.put("dctx", dctx);
        variables.put("security", dctx.getSecurity());
        variables.put("dispatcher", dctx.getDispatcher());
        variables.put("delegator", dctx.getDelegator());
        try {
            Script script = GroovyScripts.load(service.getLocation(), variables);
            boolean whole = service.getInvoke() == null || service.getInvoke().isEmpty();
            Object result = whole ? script.run() : script.invokeMethod(service.getInvoke(), new Object[0]);
            if (result instanceof Map) {
                return UtilGenerics.cast(result);
            }
            Map<String, Object> success = ServiceUtil.returnSuccess();
            Map<String, Object> left = UtilGenerics.cast(script.getBinding().getVariables());
            success.putAll(service.makeValid(left, ModelService.OUT_PARAM, false, null));
            return success;
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof ExecutionServiceException) {
                return ServiceUtil.returnError(((ExecutionServiceException) cause).getNonNestedMessage());
            }
            throw new GenericServiceException("Error running Groovy service [" + service.getName() + "]", cause);
        } catch (Exception e) {
            if (e instanceof ExecutionServiceException) {
                return ServiceUtil.returnError(e.getMessage());
            }
            throw new GenericServiceException("Error running Groovy service [" + service.getName() + "]", e);
        }
    }

    private static Map<String, Object> entityAuto(Delegator delegator, ModelService service, Map<String, Object> context)
            throws GenericServiceException {
        ModelEntity entity = delegator.getModelEntity(service.getDefaultEntityName());
        if (entity == null) {
            throw new GenericServiceException("Service " + service.getName() + " names no entity that exists");
        }
        GenericValue value = delegator.makeValidValue(entity.getEntityName(), context);
        Map<String, Object> result = ServiceUtil.returnSuccess();
        try {
            switch (service.getInvoke()) {
            case "create":
                if (entity.getPkFieldNames().size() == 1 && value.get(entity.getPkFieldNames().get(0)) == null) {
                    value.setNextSeqId();
                } else if (entity.isField("fromDate") && value.get("fromDate") == null) {
                    value.set("fromDate", org.apache.ofbiz.base.util.UtilDateTime.nowTimestamp());
                }
                value.create();
                value.getPrimaryKey().forEach((name, key) -> {
                    if (service.getOutParamNames().contains(name)) {
                        result.put(name, key);
                    }
                });
                return result;
            case "update":
                return existing(delegator, value) ? done(delegator.store(value), result) : notFound(context);
            case "delete":
                return existing(delegator, value) ? done(delegator.removeValue(value), result) : notFound(context);
            default:
                throw new GenericServiceException("The testbed does not know the entity-auto invoke " + service.getInvoke());
            }
        } catch (GenericEntityException e) {
            throw new GenericServiceException("Error doing entity-auto operation for entity [" + entity.getEntityName() + "] in service ["
                    + service.getName() + "]", e);
        }
    }

    private static boolean existing(Delegator delegator, GenericValue value) throws GenericEntityException {
        return delegator.findOne(value.getEntityName(), value.getPrimaryKey(), false) != null;
    }

    private static Map<String, Object> done(int rows, Map<String, Object> result) throws GenericEntityException {
        if (rows == 0) {
            throw new GenericEntityException("The row vanished");
        }
        return result;
    }

    private static Map<String, Object> notFound(Map<String, Object> context) {
        return ServiceUtil.returnError(UtilProperties.getMessage("ServiceErrorUiLabels", "ServiceValueNotFound", ServiceUtil.getLocale(context)));
    }
}
