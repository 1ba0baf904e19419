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
package org.apache.ofbiz.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.GeneralException;
import org.apache.ofbiz.base.util.ObjectType;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.base.util.string.FlexibleStringExpander;

/** A service's definition, and the checks that follow from it. */
public final class ModelService {

    public static final String OUT_PARAM = "OUT";
    public static final String IN_PARAM = "IN";
    public static final String IN_OUT_PARAM = "INOUT";
    public static final String RESPONSE_MESSAGE = "responseMessage";
    public static final String RESPOND_SUCCESS = "success";
    public static final String RESPOND_ERROR = "error";
    public static final String RESPOND_FAIL = "fail";
    public static final String ERROR_MESSAGE = "errorMessage";
    public static final String ERROR_MESSAGE_LIST = "errorMessageList";
    public static final String ERROR_MESSAGE_MAP = "errorMessageMap";
    public static final String SUCCESS_MESSAGE = "successMessage";
    public static final String SUCCESS_MESSAGE_LIST = "successMessageList";

    private static final String MODULE = ModelService.class.getName();
    private static final String LABELS = "ServiceErrorUiLabels";

    private final Map<String, String> attributes;
    private final Map<String, ModelParam> params = new LinkedHashMap<>();
    private final List<ServicePermission> permissions;

    /** @param attributes of the service element */
    ModelService(Map<String, String> attributes, List<ServicePermission> permissions) {
        this.attributes = attributes;
        this.permissions = permissions;
        internal("responseMessage", "String", OUT_PARAM);
        internal("errorMessage", "String", OUT_PARAM);
        internal("errorMessageList", "List", OUT_PARAM);
        internal("successMessage", "String", OUT_PARAM);
        internal("successMessageList", "List", OUT_PARAM);
        internal("userLogin", "org.apache.ofbiz.entity.GenericValue", IN_OUT_PARAM);
        internal("login.username", "String", IN_PARAM);
        internal("login.password", "String", IN_PARAM);
        internal("locale", "java.util.Locale", IN_OUT_PARAM);
        internal("timeZone", "java.util.TimeZone", IN_OUT_PARAM);
    }

    private void internal(String name, String type, String mode) {
        params.put(name, new ModelParam(name, type, mode, true, null, "any", null, null, true));
    }

    void put(ModelParam param) {
        params.put(param.name(), param);
    }

    public String getName() {
        return attributes.get("name");
    }

    public String getEngineName() {
        return attributes.get("engine");
    }

    public String getLocation() {
        return attributes.get("location");
    }

    public String getInvoke() {
        return attributes.get("invoke");
    }

    public String getDefaultEntityName() {
        return attributes.getOrDefault("default-entity-name", "");
    }

    public boolean isAuth() {
        return !permissions.isEmpty() || "true".equals(attributes.get("auth"));
    }

    public boolean isValidate() {
        return !"false".equals(attributes.get("validate"));
    }

    public boolean isUseTransaction() {
        return !"false".equals(attributes.get("use-transaction"));
    }

    public boolean isRequireNewTransaction() {
        return "true".equals(attributes.get("require-new-transaction"));
    }

    /** Seconds; 0: default. */
    public int getTransactionTimeout() {
        return Integer.parseInt(attributes.getOrDefault("transaction-timeout", "0"));
    }

    public int getMaxRetry() {
        return Integer.parseInt(attributes.getOrDefault("max-retry", "0"));
    }

    public ModelParam getParam(String name) {
        return params.get(name);
    }

    public List<ModelParam> getModelParamList() {
        return List.copyOf(params.values());
    }

    public Set<String> getOutParamNames() {
        return params.values().stream().filter(ModelParam::isOut).map(ModelParam::name).collect(Collectors.toSet());
    }

    public List<ServicePermission> getPermissions() {
        return permissions;
    }

    /** The same service with another timeout and transaction. */
    public ModelService with(int transactionTimeout, boolean requireNewTransaction) {
        Map<String, String> changed = new HashMap<>(attributes);
        changed.put("transaction-timeout", String.valueOf(transactionTimeout));
        changed.put("require-new-transaction", String.valueOf(requireNewTransaction));
        if (requireNewTransaction) {
            changed.put("use-transaction", "true");
        }
        ModelService copy = new ModelService(changed, permissions);
        copy.params.putAll(params);
        return copy;
    }

    private List<ModelParam> of(String mode) {
        return params.values().stream().filter(param -> IN_PARAM.equals(mode) ? param.isIn() : param.isOut()).toList();
    }

    /** Puts defaults where the context has nothing. */
    public void updateDefaultValues(Map<String, Object> context, String mode) {
        for (ModelParam param : of(mode)) {
            if (param.defaultValue() != null && context.get(param.name()) == null) {
                Object value = FlexibleStringExpander.getInstance(param.defaultValue()).expand(context);
                try {
                    context.put(param.name(), ObjectType.simpleTypeOrObjectConvert(value, param.type(), null, ServiceUtil.getLocale(context)));
                } catch (GeneralException e) {
                    throw new IllegalArgumentException("Default value of " + getName() + "." + param.name() + ": " + e.getMessage(), e);
                }
            }
        }
    }

    public Map<String, Object> makeValid(Map<String, ? extends Object> source, String mode) {
        return makeValid(source, mode, true, null);
    }

    /** Leaves out what the service does not know and converts the rest; what cannot be converted is left to validate. */
    public Map<String, Object> makeValid(Map<String, ? extends Object> source, String mode, boolean includeInternal, List<Object> errorMessages) {
        Map<String, Object> target = new HashMap<>();
        if (source == null) {
            return target;
        }
        Locale locale = source.containsKey("locale") ? ServiceUtil.getLocale(source) : Locale.getDefault();
        TimeZone timeZone = source.containsKey("timeZone") ? (TimeZone) source.get("timeZone") : TimeZone.getDefault();
        for (ModelParam param : of(mode)) {
            if (source.containsKey(param.name()) && (includeInternal || !param.internal())) {
                Object value = source.get(param.name());
                try {
                    value = ObjectType.simpleTypeOrObjectConvert(value, param.type(), null, timeZone, locale, false);
                } catch (GeneralException e) {
                    String message = "Type conversion of field [" + param.name() + "] to type [" + param.type() + "] failed: " + e.getMessage();
                    Debug.logWarning(message, MODULE);
                    if (errorMessages != null) {
                        errorMessages.add(message);
                    }
                }
                target.put(param.name(), value);
            }
        }
        return target;
    }

    /** Results that are an error or a failure are not checked. */
    public void validate(LocalDispatcher dispatcher, Map<String, Object> context, String mode, Locale locale) throws ServiceValidationException {
        if (OUT_PARAM.equals(mode) && !ServiceUtil.isSuccess(context)) {
            return;
        }
        List<String> missing = of(mode).stream().filter(param -> !param.optional() && context.get(param.name()) == null)
                .map(ModelParam::name).toList();
        if (!missing.isEmpty()) {
            String text = UtilProperties.getMessage(LABELS, "ModelService.following_required_parameter_missing", locale);
            throw new ServiceValidationException(missing.stream().map(name -> text + " " + name).toList(), this, missing, List.of(), mode);
        }
        Set<String> extra = new TreeSet<>(context.keySet());
        extra.removeAll(params.keySet());
        fail(extra.stream().map(name -> "Unknown parameter found: [" + name + "]").toList(), new ArrayList<>(extra), mode);
        List<String> messages = new ArrayList<>();
        for (ModelParam param : of(mode)) {
            Object value = context.get(param.name());
            if (!ObjectType.instanceOf(value, param.type())) {
                messages.add("Type check failed for field [" + getName() + "." + param.name() + "]; expected type is [" + param.type()
                        + "]; actual type is [" + value.getClass().getName() + "]");
            }
        }
        fail(messages, List.of(), mode);
        if (IN_PARAM.equals(mode)) {
            of(mode).forEach(param -> checkHtml(param, context.get(param.name()), messages, locale));
            fail(messages, List.of(), mode);
        }
    }

    private void fail(List<String> messages, List<String> extra, String mode) throws ServiceValidationException {
        if (!messages.isEmpty()) {
            throw new ServiceValidationException(messages, this, List.of(), extra, mode);
        }
    }

    /** safe is taken as none here: the testbed does not sanitize, so it refuses more than OFBiz. */
    private static void checkHtml(ModelParam param, Object value, List<String> messages, Locale locale) {
        if (value instanceof String && !"any".equals(param.allowHtml()) && param.type().endsWith("String")) {
            String text = (String) value;
            if (text.contains("<") || text.contains(">")) {
                messages.add(UtilProperties.getMessage(LABELS, "PolicyNoneLess-thanGreater-than", UtilMisc.toMap("valueName", param.name()), locale));
            }
        }
    }

    @Override
    public String toString() {
        return getName() + "(" + getEngineName() + ":" + getLocation() + "#" + getInvoke() + ")";
    }
}
