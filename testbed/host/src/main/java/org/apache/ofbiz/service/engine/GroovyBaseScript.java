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
package org.apache.ofbiz.service.engine;

import groovy.lang.Script;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilGenerics;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ModelService;
import org.apache.ofbiz.service.ServiceUtil;

/** What OFBiz's Groovy scripts are: services, events and screen actions share these methods. */
public abstract class GroovyBaseScript extends Script {

    private <T> T variable(String name) {
        if (getBinding().hasVariable(name)) {
            return UtilGenerics.cast(getBinding().getVariable(name));
        }
        Map<String, Object> parameters = Map.of();
        if (getBinding().hasVariable("parameters")) {
            parameters = UtilGenerics.cast(getBinding().getVariable("parameters"));
        }
        return UtilGenerics.cast(parameters.get(name));
    }

    /** With the caller's user, locale and time zone. @throws IllegalStateException with the service's message when it returns an error */
    public final Map<String, Object> runService(String serviceName, Map<String, Object> inputMap) throws GenericServiceException {
        Map<String, Object> input = new HashMap<>(inputMap);
        for (String name : new String[] {"userLogin", "timeZone", "locale"}) {
            if (input.get(name) == null) {
                input.put(name, variable(name));
            }
        }
        LocalDispatcher dispatcher = variable("dispatcher");
        Map<String, Object> context = dispatcher.getDispatchContext().makeValidContext(serviceName, ModelService.IN_PARAM, input);
        Map<String, Object> result = dispatcher.runSync(serviceName, context);
        if (ServiceUtil.isError(result)) {
            throw new ExecutionServiceException(ServiceUtil.getErrorMessage(result));
        }
        return result;
    }

    /** run service: "name", with: [...] */
    public final Map<String, Object> run(Map<String, Object> args) throws GenericServiceException {
        Map<String, Object> with = UtilGenerics.cast(args.getOrDefault("with", Map.of()));
        return runService((String) args.get("service"), with);
    }

    public final GenericValue makeValue(String entityName) {
        return this.<Delegator>variable("delegator").makeValue(entityName);
    }

    public final GenericValue makeValue(String entityName, Map<String, Object> inputMap) {
        return this.<Delegator>variable("delegator").makeValidValue(entityName, inputMap);
    }

    public final EntityQuery from(String entityName) {
        return EntityQuery.use(variable("delegator")).from(entityName);
    }

    public final Object success() {
        return success(null, Map.of());
    }

    public final Object success(Map<String, Object> returnValues) {
        return success(null, returnValues);
    }

    public final Object success(String message) {
        return success(message, Map.of());
    }

    /** In an event: sets request attributes and returns "success". */
    public final Object success(String message, Map<String, Object> returnValues) {
        if (getBinding().hasVariable("request")) {
            Map<String, Object> attributes = new HashMap<>(returnValues);
            attributes.put("_EVENT_MESSAGE_", message);
            return event(attributes, "success");
        }
        Map<String, Object> result = message == null || message.isEmpty() ? ServiceUtil.returnSuccess() : ServiceUtil.returnSuccess(message);
        result.putAll(returnValues);
        return result;
    }

    public final Map<String, Object> failure(String message) {
        return ServiceUtil.returnFailure(message);
    }

    public final Object error(String message) {
        return getBinding().hasVariable("request") ? event(Map.of("_ERROR_MESSAGE_", message), "error") : ServiceUtil.returnError(message);
    }

    private Object event(Map<String, Object> attributes, String response) {
        attributes.forEach((name, value) -> {
            if (value != null) {
                org.codehaus.groovy.runtime.InvokerHelper.invokeMethod(variable("request"), "setAttribute", new Object[] {name, value});
            }
        });
        return response;
    }

    public final void logInfo(String message) {
        Debug.logInfo(message, getClass().getName());
    }

    public final void logWarning(String message) {
        Debug.logWarning(message, getClass().getName());
    }

    public final void logError(String message) {
        Debug.logError(message, getClass().getName());
    }

    public final void logError(Throwable t, String message) {
        Debug.logError(t, message, getClass().getName());
    }

    public final String label(String resource, String message) {
        return label(resource, message, Map.of());
    }

    public final String label(String resource, String message, Map<String, Object> context) {
        Locale locale = variable("locale");
        return UtilProperties.getMessage(resource, message, context, locale == null ? Locale.getDefault() : locale);
    }
}
