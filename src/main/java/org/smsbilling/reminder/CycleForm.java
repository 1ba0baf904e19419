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
package org.smsbilling.reminder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cycle as an administrator typed it, checked. */
final class CycleForm {

    private final Typed typed;
    private final Map<String, Object> values = new HashMap<>();

    private CycleForm(Map<String, ?> texts) {
        this.typed = new Typed(texts);
    }

    /** @param texts cycleName, priority, invoiceTypeId, invoiceItemTypeId, attributeName, attributeValue, partyClassificationGroupId */
    static CycleForm check(Map<String, ?> texts) {
        CycleForm form = new CycleForm(texts);
        form.values.put("cycleName", form.typed.line("cycleName", 100, "SmsBillingCycleWrongName"));
        if (form.typed.text("cycleName") == null) {
            form.typed.problem(FormProblem.of("SmsBillingCycleNeedsName"));
        }
        form.values.put("priority", form.typed.number("priority", 50, 1, 9999, "SmsBillingCycleWrongPriority"));
        for (String id : List.of("invoiceTypeId", "invoiceItemTypeId", "partyClassificationGroupId")) {
            form.values.put(id, form.typed.line(id, 20, "SmsBillingCycleWrongRule"));
        }
        form.values.put("attributeName", form.typed.line("attributeName", 60, "SmsBillingStepWrongAttribute"));
        form.values.put("attributeValue", form.typed.line("attributeValue", 255, "SmsBillingStepWrongAttribute"));
        if (form.values.get("attributeValue") != null && form.values.get("attributeName") == null) {
            form.typed.problem(FormProblem.of("SmsBillingCycleValueNeedsName"));
        }
        return form;
    }

    Map<String, Object> values() {
        return values;
    }

    List<FormProblem> problems() {
        return typed.problems();
    }
}
