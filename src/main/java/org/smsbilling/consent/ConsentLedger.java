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
package org.smsbilling.consent;

import java.util.Collection;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;

/** The consent ledger: every word is kept, and the latest one is the state of the number. */
public final class ConsentLedger {

    private ConsentLedger() { }

    /** Adds a line and sets the state, both or neither, in a transaction of its own: what a customer said stays said even if the caller fails. */
    public static void record(Delegator delegator, ConsentEntry entry) throws GenericEntityException {
        throw new UnsupportedOperationException();
    }

    /** @return number to state; numbers that nobody said anything about are missing. A fixed number of queries per 500 numbers */
    public static Map<String, ConsentState> current(Delegator delegator, String organizationPartyId, Collection<String> numbers)
            throws GenericEntityException {
        return Map.of();
    }
}
