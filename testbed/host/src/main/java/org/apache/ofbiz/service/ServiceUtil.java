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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilGenerics;

/** Results of services. */
public final class ServiceUtil {

    private static final String MODULE = ServiceUtil.class.getName();

    private ServiceUtil() { }

    private static boolean responded(Map<String, ? extends Object> results, String response) {
        return results != null && response.equals(results.get(ModelService.RESPONSE_MESSAGE));
    }

    public static boolean isError(Map<String, ? extends Object> results) {
        return responded(results, ModelService.RESPOND_ERROR);
    }

    public static boolean isFailure(Map<String, ? extends Object> results) {
        return responded(results, ModelService.RESPOND_FAIL);
    }

    public static boolean isSuccess(Map<String, ? extends Object> results) {
        return !isError(results) && !isFailure(results);
    }

    public static Map<String, Object> returnError(String errorMessage) {
        return returnProblem(ModelService.RESPOND_ERROR, errorMessage, null, null, null);
    }

    public static Map<String, Object> returnError(String errorMessage, List<? extends Object> errorMessageList) {
        return returnProblem(ModelService.RESPOND_ERROR, errorMessage, errorMessageList, null, null);
    }

    public static Map<String, Object> returnError(List<? extends Object> errorMessageList) {
        return returnProblem(ModelService.RESPOND_ERROR, null, errorMessageList, null, null);
    }

    public static Map<String, Object> returnError(String errorMessage, List<? extends Object> errorMessageList,
            Map<String, ? extends Object> errorMessageMap, Map<String, ? extends Object> nestedResult) {
        return returnProblem(ModelService.RESPOND_ERROR, errorMessage, errorMessageList, errorMessageMap, nestedResult);
    }

    public static Map<String, Object> returnFailure(String errorMessage) {
        return returnProblem(ModelService.RESPOND_FAIL, errorMessage, null, null, null);
    }

    public static Map<String, Object> returnFailure() {
        return returnProblem(ModelService.RESPOND_FAIL, null, null, null, null);
    }

    /** @param nestedResult whose messages are added */
    public static Map<String, Object> returnProblem(String returnType, String errorMessage, List<? extends Object> errorMessageList,
            Map<String, ? extends Object> errorMessageMap, Map<String, ? extends Object> nestedResult) {
        Map<String, Object> result = new HashMap<>();
        result.put(ModelService.RESPONSE_MESSAGE, returnType);
        if (errorMessage != null) {
            result.put(ModelService.ERROR_MESSAGE, errorMessage);
        }
        List<Object> list = errorMessageList == null ? new ArrayList<>() : new ArrayList<>(errorMessageList);
        Map<String, Object> map = errorMessageMap == null ? new HashMap<>() : new HashMap<>(errorMessageMap);
        if (nestedResult != null) {
            if (nestedResult.get(ModelService.ERROR_MESSAGE) != null) {
                list.add(nestedResult.get(ModelService.ERROR_MESSAGE));
            }
            list.addAll(messages(nestedResult, ModelService.ERROR_MESSAGE_LIST));
            Map<String, Object> nestedMap = UtilGenerics.cast(nestedResult.get(ModelService.ERROR_MESSAGE_MAP));
            map.putAll(nestedMap == null ? Map.of() : nestedMap);
        }
        if (!list.isEmpty()) {
            result.put(ModelService.ERROR_MESSAGE_LIST, list);
        }
        if (!map.isEmpty()) {
            result.put(ModelService.ERROR_MESSAGE_MAP, map);
        }
        Debug.logError(result.toString(), MODULE);
        return result;
    }

    public static Map<String, Object> returnSuccess() {
        return returnMessage(ModelService.RESPOND_SUCCESS, null);
    }

    public static Map<String, Object> returnSuccess(String successMessage) {
        return returnMessage(ModelService.RESPOND_SUCCESS, successMessage);
    }

    public static Map<String, Object> returnSuccess(List<String> successMessageList) {
        Map<String, Object> result = returnSuccess();
        result.put(ModelService.SUCCESS_MESSAGE_LIST, successMessageList);
        return result;
    }

    public static Map<String, Object> returnMessage(String code, String message) {
        Map<String, Object> result = new HashMap<>();
        if (code != null) {
            result.put(ModelService.RESPONSE_MESSAGE, code);
        }
        if (message != null) {
            result.put(ModelService.SUCCESS_MESSAGE, message);
        }
        return result;
    }

    /** All error messages of a result in one line; empty when there are none. */
    public static String getErrorMessage(Map<String, ? extends Object> result) {
        List<String> all = new ArrayList<>();
        if (result.get(ModelService.ERROR_MESSAGE) != null) {
            all.add(result.get(ModelService.ERROR_MESSAGE).toString());
        }
        messages(result, ModelService.ERROR_MESSAGE_LIST).forEach(message -> all.add(message.toString()));
        return String.join(", ", all);
    }

    private static List<Object> messages(Map<String, ? extends Object> result, String key) {
        List<Object> list = UtilGenerics.cast(result.get(key));
        return list == null ? List.of() : list;
    }

    public static Locale getLocale(Map<String, ? extends Object> context) {
        Locale locale = (Locale) context.get("locale");
        return locale == null ? Locale.getDefault() : locale;
    }
}
