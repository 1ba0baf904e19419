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

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The cycles of an organization. */
public final class CollectionCycles {

    private final List<CollectionCycle> cycles;

    /** @param cycles in any order */
    public CollectionCycles(List<CollectionCycle> cycles) {
        this.cycles = cycles.stream().sorted(Comparator.comparing(CollectionCycle::priority).thenComparing(CollectionCycle::cycleId)).toList();
    }

    /** @return in the order in which they are tried */
    public List<CollectionCycle> all() {
        return cycles;
    }

    /** @return the cycle that the invoice is in, empty when none fits it */
    public Optional<CollectionCycle> of(InvoiceTraits invoice) {
        return cycles.stream().filter(cycle -> cycle.rule().fits(invoice)).findFirst();
    }

    /** @return whether a rule asks for the types of an invoice's lines */
    public boolean askForItemTypes() {
        return cycles.stream().anyMatch(cycle -> cycle.rule().invoiceItemTypeId() != null);
    }

    /** @return whether a rule asks for the groups of customers */
    public boolean askForCustomerGroups() {
        return cycles.stream().anyMatch(cycle -> cycle.rule().partyClassificationGroupId() != null);
    }
}
