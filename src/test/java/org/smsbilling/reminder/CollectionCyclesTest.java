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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CollectionCyclesTest {

    private static final CollectionCycles CYCLES = new CollectionCycles(List.of(
            cycle("REST", 99, Steps.EVERY_INVOICE),
            cycle("RENT", 10, new CycleRule(null, null, "charge", "rent", null)),
            cycle("ANY_CHARGE", 20, new CycleRule(null, null, "charge", null, null)),
            cycle("VIP", 1, new CycleRule("SALES_INVOICE", null, null, null, "VIP")),
            cycle("PARTS", 30, new CycleRule(null, "INV_FPROD_ITEM", null, null, null))));

    @Test
    void theFirstByPriorityThatFitsIsTheInvoices() {
        assertEquals("REST", of(Set.of("SALES_INVOICE"), Set.of(), Map.of(), Set.of()));
        assertEquals("RENT", of(Set.of("SALES_INVOICE"), Set.of("INV_FPROD_ITEM"), Map.of("charge", " Rent "), Set.of()));
        assertEquals("ANY_CHARGE", of(Set.of("SALES_INVOICE"), Set.of(), Map.of("charge", "one-off fee"), Set.of()));
        assertEquals("VIP", of(Set.of("SALES_INVOICE"), Set.of(), Map.of("charge", "rent"), Set.of("VIP")));
        assertEquals("PARTS", of(Set.of("INTEREST_INVOICE"), Set.of("INV_FPROD_ITEM"), Map.of(), Set.of("VIP")));
        assertEquals("VIP", of(Set.of("INTEREST_INVOICE", "SALES_INVOICE"), Set.of(), Map.of(), Set.of("VIP")));
    }

    @Test
    void anInvoiceThatNoRuleFitsIsInNoCycle() {
        assertEquals(true, new CollectionCycles(List.of(cycle("RENT", 1, new CycleRule(null, null, "charge", "rent", null))))
                .of(new InvoiceTraits(Set.of("SALES_INVOICE"), Set.of(), Map.of(), Set.of())).isEmpty());
    }

    @Test
    void aLateFeeOfTheInvoiceComesBeforeTheOneOfTheStep() {
        CollectionStep step = Steps.due("LATE", 3, 10);
        assertEquals(new BigDecimal("25.00"), step.lateFee(Map.of()));
        assertEquals(new BigDecimal("7.500"), step.lateFee(Map.of("lateFee", " 7.500 ")));
        assertEquals(new BigDecimal("25.00"), step.lateFee(Map.of("lateFee", "a lot")));
        assertNull(new CollectionStep("S", StepAnchor.DUE_DATE, 3, StepCommunication.SMS, null, null, null, 10, 0, 0, null, null, Steps.ALWAYS)
                .lateFee(Map.of("lateFee", "5")));
    }

    private static String of(Set<String> types, Set<String> items, Map<String, String> attributes, Set<String> groups) {
        return CYCLES.of(new InvoiceTraits(types, items, attributes, groups)).orElseThrow().cycleId();
    }

    private static CollectionCycle cycle(String id, int priority, CycleRule rule) {
        return new CollectionCycle(id, id, priority, rule, Steps.ALWAYS, List.of());
    }
}
