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
package org.smsbilling.event;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;

/**
 * Which organizations text at all, kept in memory so that business transactions of the others cost nothing. The planner's thread reads it anew each
 * second; where that is not known to be so, every organization counts: an event too many costs an insert, one too few is lost.
 */
public final class ActiveOrganizations {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** A change in this process may not be committed yet. */
    private static final long UNSETTLED_NANOS = TimeUnit.SECONDS.toNanos(10);

    private record Known(Set<String> organizations, long readNanos) { }

    private final LongSupplier nanoTime;
    private volatile Known known;
    private volatile Long changedNanos;

    ActiveOrganizations(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param organizationPartyId or null when it is not known. @return whether what happens there has to be recorded */
    public boolean mayText(String organizationPartyId) {
        Known current = known;
        Long changed = changedNanos;
        long now = nanoTime.getAsLong();
        if (current == null || now - current.readNanos() > FRESH_NANOS || changed != null && now - changed < UNSETTLED_NANOS) {
            return true;
        }
        return organizationPartyId == null ? !current.organizations().isEmpty() : current.organizations().contains(organizationPartyId);
    }

    /** Settings of an organization are being changed by this process. */
    public void changing() {
        changedNanos = nanoTime.getAsLong();
    }

    /** Two queries of small tables. An organization whose sending stopped by itself still counts: it may go on. So does one with reminders. */
    void read(Delegator delegator) throws GenericEntityException {
        long began = nanoTime.getAsLong();
        Set<String> organizations = new HashSet<>(FieldValues.of(EntityQuery.use(delegator).from("SmsInvoiceDueFill"), "organizationPartyId"));
        organizations.addAll(FieldValues.of(EntityQuery.use(delegator).select("organizationPartyId").from("SmsOrganization").where(
                EntityCondition.makeCondition(EntityCondition.makeCondition("connected", "Y"), EntityOperator.OR,
                        EntityCondition.makeCondition("stoppedReason", EntityOperator.NOT_EQUAL, null))), "organizationPartyId"));
        known = new Known(Set.copyOf(organizations), began);
    }
}
