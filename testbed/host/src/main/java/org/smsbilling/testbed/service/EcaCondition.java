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

import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.util.GeneralException;
import org.apache.ofbiz.base.util.ObjectType;
import org.apache.ofbiz.base.util.UtilGenerics;
import org.apache.ofbiz.base.util.UtilValidate;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/**
 * A condition of an entity or service ECA.
 *
 * @param field that is compared
 * @param operator of OFBiz
 * @param value to compare with, or null
 * @param toField to compare with when there is no value, or null
 */
record EcaCondition(String field, String operator, String value, String toField) {

    private static final List<String> OPERATORS = List.of("equals", "not-equals", "less", "greater", "less-equals", "greater-equals", "is-empty",
            "is-not-empty", "is-null", "is-not-null");

    static EcaCondition read(Element element) {
        Map<String, String> of = StrictXml.name(element).equals("condition") ? StrictXml.attributes(element, "field-name!", "operator!", "value")
                : StrictXml.attributes(element, "field-name!", "operator!", "to-field-name!");
        if (!OPERATORS.contains(of.get("operator"))) {
            throw StrictXml.problem(element, "has an operator that the testbed does not know; it knows " + OPERATORS);
        }
        return new EcaCondition(of.get("field-name"), of.get("operator"), of.get("value"), of.get("to-field-name"));
    }

    boolean holds(Map<String, ? extends Object> fields) {
        Object left = fields.get(field);
        switch (operator) {
        case "is-empty":
            return UtilValidate.isEmpty(left);
        case "is-not-empty":
            return UtilValidate.isNotEmpty(left);
        case "is-null":
            return left == null;
        case "is-not-null":
            return left != null;
        default:
        }
        Object right = value == null ? fields.get(toField) : value;
        if (left == null || right == null) {
            boolean same = left == right;
            return "equals".equals(operator) ? same : "not-equals".equals(operator) && !same;
        }
        try {
            Comparable<Object> comparable = UtilGenerics.cast(left);
            int order = comparable.compareTo(ObjectType.simpleTypeOrObjectConvert(right, left.getClass().getName(), null, null));
            return "equals".equals(operator) && order == 0 || "not-equals".equals(operator) && order != 0 || operator.startsWith("less") && order < 0
                    || operator.startsWith("greater") && order > 0 || operator.endsWith("-equals") && !operator.startsWith("not") && order == 0;
        } catch (GeneralException e) {
            throw new IllegalStateException("Cannot compare " + field + " with " + right, e);
        }
    }
}
