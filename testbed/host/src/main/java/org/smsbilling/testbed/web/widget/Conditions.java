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
package org.smsbilling.testbed.web.widget;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.security.Security;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceUtil;

/** The tests that sections and menu items make. */
final class Conditions {

    private Conditions() { }

    /** @param parent with a child condition; without one it holds */
    static boolean hold(Node parent, Map<String, Object> scope) {
        Node condition = parent.child("condition");
        return condition == null || test(condition.children().get(0), scope);
    }

    private static boolean test(Node node, Map<String, Object> scope) {
        switch (node.name()) {
        case "and":
            return node.children().stream().allMatch(each -> test(each, scope));
        case "or":
            return node.children().stream().anyMatch(each -> test(each, scope));
        case "not":
            return !test(node.children().get(0), scope);
        case "if-empty":
            return UtilValidate.isEmpty(Values.get(node.at("field"), scope));
        case "if-compare":
            return compare(Values.get(node.at("field"), scope), node, Values.text(node.at("value"), scope));
        case "if-has-permission":
            return permission(node, scope);
        default:
            return servicePermission(node, scope);
        }
    }

    private static boolean compare(Object left, Node node, Object right) {
        String a = left == null ? "" : left.toString();
        String b = right == null ? "" : right.toString();
        boolean number = node.at("type").matches("BigDecimal|Double|Integer|Long");
        int order = number ? new BigDecimal(a.isEmpty() ? "0" : a).compareTo(new BigDecimal(b.isEmpty() ? "0" : b)) : a.compareTo(b);
        switch (node.at("operator")) {
        case "equals":
            return order == 0;
        case "not-equals":
            return order != 0;
        case "less":
            return order < 0;
        case "less-equals":
            return order <= 0;
        case "greater":
            return order > 0;
        case "greater-equals":
            return order >= 0;
        case "contains":
            return a.contains(b);
        default:
            throw node.problem("compares in a way that the testbed does not know");
        }
    }

    private static boolean permission(Node node, Map<String, Object> scope) {
        Security security = (Security) scope.get("security");
        GenericValue userLogin = (GenericValue) scope.get("userLogin");
        String name = Values.text(node.at("permission"), scope);
        String action = Values.text(node.at("action"), scope);
        if (userLogin == null) {
            return false;
        }
        return action.isEmpty() ? security.hasPermission(name, userLogin) : security.hasEntityPermission(name, action, userLogin);
    }

    private static boolean servicePermission(Node node, Map<String, Object> scope) {
        if (scope.get("userLogin") == null) {
            return false;
        }
        try {
            Map<String, Object> input = UtilMisc.toMap("userLogin", scope.get("userLogin"), "mainAction", Values.text(node.at("main-action"), scope));
            if (!node.at("resource-description").isEmpty()) {
                input.put("resourceDescription", Values.text(node.at("resource-description"), scope));
            }
            Map<String, Object> result = ((LocalDispatcher) scope.get("dispatcher")).runSync(node.at("service-name"), input);
            return ServiceUtil.isSuccess(result) && Boolean.TRUE.equals(result.get("hasPermission"));
        } catch (GenericServiceException e) {
            throw new IllegalStateException(node.problem("failed").getMessage(), e);
        }
    }
}
