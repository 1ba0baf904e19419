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

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.security.Security;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.ModelService;
import org.apache.ofbiz.service.ServiceAuthException;
import org.apache.ofbiz.service.ServicePermission;
import org.apache.ofbiz.service.ServiceUtil;

/** May the caller run a service? */
final class ServiceAuthorization {

    private static final String MODULE = ServiceAuthorization.class.getName();
    private static final String LABELS = "ServiceErrorUiLabels";

    private final DispatchContext dctx;

    ServiceAuthorization(DispatchContext dctx) {
        this.dctx = dctx;
    }

    /** @return the context as the service is to see it, completed by what its permission service gave */
    Map<String, Object> check(ModelService service, Map<String, Object> params, Locale locale) throws GenericServiceException {
        Map<String, Object> context = new HashMap<>(params);
        GenericValue user = (GenericValue) context.get("userLogin");
        if (user != null && !stillValid(user)) {
            context.remove("userLogin");
        }
        for (ServicePermission permission : service.getPermissions()) {
            String refusal = permission.serviceName() == null ? missing(permission, context, locale) : refusal(service, permission, context, locale);
            if (refusal != null) {
                throw new ServiceAuthException(UtilProperties.getMessage(LABELS, "ServicePermissionError",
                        UtilMisc.toMap("serviceName", service.getName(), "failMessage", refusal), locale));
            }
        }
        if (service.isAuth() && context.get("userLogin") == null) {
            throw new ServiceAuthException("User authorization is required for this service: " + service.getName());
        }
        return service.makeValid(context, ModelService.IN_PARAM);
    }

    private boolean stillValid(GenericValue user) throws GenericServiceException {
        try {
            GenericValue stored = dctx.getDelegator().findOne("UserLogin", true, "userLoginId", user.get("userLoginId"));
            return stored != null && (stored.get("currentPassword") == null || stored.get("currentPassword").equals(user.get("currentPassword")));
        } catch (GenericEntityException e) {
            throw new GenericServiceException("Error looking up service authentication UserLogin", e);
        }
    }

    private String missing(ServicePermission permission, Map<String, Object> context, Locale locale) {
        GenericValue user = (GenericValue) context.get("userLogin");
        if (user == null) {
            return UtilProperties.getMessage(LABELS, "ServicePermissionErrorUserLoginMissing", locale);
        }
        Security security = dctx.getSecurity();
        List<Boolean> held = permission.checks().stream().map(check -> check[1].isEmpty() ? security.hasPermission(check[0], user)
                : security.hasEntityPermission(check[0], check[1], user)).toList();
        boolean enough = permission.joinAnd() ? !held.contains(false) : held.contains(true);
        return enough ? null : UtilProperties.getMessage(LABELS, "ServicePermissionErrorRefused", locale);
    }

    private String refusal(ModelService service, ServicePermission permission, Map<String, Object> context, Locale locale) {
        try {
            Map<String, Object> input = dctx.makeValidContext(permission.serviceName(), ModelService.IN_PARAM, context);
            if (UtilValidate.isNotEmpty(permission.mainAction())) {
                input.put("mainAction", permission.mainAction());
            }
            input.put("resourceDescription", service.getName());
            Map<String, Object> answer = dctx.getDispatcher().runSync(permission.serviceName(), input);
            if (ServiceUtil.isError(answer)) {
                return ServiceUtil.getErrorMessage(answer);
            }
            String message = (String) answer.get("failMessage");
            if (UtilValidate.isNotEmpty(message) || !Boolean.TRUE.equals(answer.get("hasPermission"))) {
                return UtilValidate.isEmpty(message) ? UtilProperties.getMessage(LABELS, "ServicePermissionErrorRefused", locale) : message;
            }
            context.putAll(service.makeValid(answer, ModelService.IN_PARAM));
            return null;
        } catch (GenericServiceException e) {
            Debug.logError(e, "Permission service of " + service.getName() + " failed", MODULE);
            return UtilProperties.getMessage(LABELS, "ServicePermissionErrorDefinitionProblem", locale);
        }
    }
}
