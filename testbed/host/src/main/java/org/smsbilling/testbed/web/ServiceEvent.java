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
package org.smsbilling.testbed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilHttp;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ModelParam;
import org.apache.ofbiz.service.ModelService;
import org.apache.ofbiz.service.ServiceAuthException;
import org.apache.ofbiz.service.ServiceValidationException;

/** A service as an event: its IN attributes come from the request's attributes, parameters and session; its results become request attributes. */
final class ServiceEvent {

    private static final String MODULE = ServiceEvent.class.getName();
    private static final Set<String> GIVEN = Set.of("userLogin", "locale", "timeZone", "visualTheme");
    private static final Map<String, String> MESSAGES = Map.of(ModelService.ERROR_MESSAGE_LIST, "_ERROR_MESSAGE_LIST_",
            ModelService.ERROR_MESSAGE_MAP, "_ERROR_MESSAGE_MAP_", ModelService.ERROR_MESSAGE, "_ERROR_MESSAGE_",
            ModelService.SUCCESS_MESSAGE_LIST, "_EVENT_MESSAGE_LIST_", ModelService.SUCCESS_MESSAGE, "_EVENT_MESSAGE_");

    private ServiceEvent() { }

    static String run(SiteConf.Event event, HttpServletRequest request) throws Events.EventFailed {
        LocalDispatcher dispatcher = (LocalDispatcher) request.getAttribute("dispatcher");
        try {
            ModelService model = dispatcher.getDispatchContext().getModelService(event.invoke());
            List<Object> problems = new LinkedList<>();
            Map<String, Object> input = input(model, request);
            input.put("locale", UtilHttp.getLocale(request));
            input.put("timeZone", UtilHttp.getTimeZone(request));
            Map<String, Object> context = model.makeValid(input, ModelService.IN_PARAM, true, problems);
            if (!problems.isEmpty()) {
                request.setAttribute("_ERROR_MESSAGE_LIST_", problems);
                return "error";
            }
            GenericValue userLogin = (GenericValue) request.getSession().getAttribute("userLogin");
            if (userLogin != null) {
                context.put("userLogin", userLogin);
            }
            if ("async".equalsIgnoreCase(event.path())) {
                dispatcher.runAsync(event.invoke(), context);
                return ModelService.RESPOND_SUCCESS;
            }
            return publish(dispatcher.runSync(event.invoke(), context), request);
        } catch (ServiceValidationException e) {
            request.setAttribute("serviceValidationException", e);
            request.setAttribute("_ERROR_MESSAGE_LIST_", e.getMessageList());
            return "error";
        } catch (ServiceAuthException e) {
            request.setAttribute("_ERROR_MESSAGE_", e.getMessage());
            return "error";
        } catch (GenericServiceException e) {
            Debug.logError(e, "Service invocation error", MODULE);
            throw new Events.EventFailed("Service invocation error", e);
        }
    }

    private static Map<String, Object> input(ModelService model, HttpServletRequest request) {
        Map<String, Object> parameters = UtilHttp.getCombinedMap(request);
        Map<String, Object> input = new HashMap<>();
        for (ModelParam param : model.getModelParamList()) {
            String name = param.getName();
            if (!param.isIn() || GIVEN.contains(name)) {
                continue;
            }
            Object value = request.getAttribute(name);
            if (isEmpty(value)) {
                value = "any".equals(param.allowHtml()) ? request.getParameter(name) : parameters.get(name);
            }
            if (isEmpty(value) && request.getSession().getAttribute(name) != null) {
                value = request.getSession().getAttribute(name);
            }
            if (value != null) {
                input.put(name, "".equals(value) ? null : value);
            }
        }
        return input;
    }

    private static boolean isEmpty(Object value) {
        return value == null || "".equals(value);
    }

    private static String publish(Map<String, Object> result, HttpServletRequest request) {
        MESSAGES.forEach((key, attribute) -> request.setAttribute(attribute, result.get(key)));
        result.forEach((name, value) -> {
            if (!MESSAGES.containsKey(name) && !ModelService.RESPONSE_MESSAGE.equals(name)) {
                request.setAttribute(name, value);
            }
        });
        return (String) result.getOrDefault(ModelService.RESPONSE_MESSAGE, ModelService.RESPOND_SUCCESS);
    }
}
