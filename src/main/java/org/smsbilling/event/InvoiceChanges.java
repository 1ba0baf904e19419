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

import java.time.Instant;
import java.util.Collection;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;

/** Is told of invoices whose due date, customer, status or open amount may be another, or that are gone. */
@FunctionalInterface
public interface InvoiceChanges {

    /** Nobody wants to know. */
    InvoiceChanges NONE = (delegator, invoiceIds, now) -> { };

    /**
     * Called outside any transaction, at least once for each change.
     *
     * @param invoiceIds of any organization; some may not exist any more
     */
    void changed(Delegator delegator, Collection<String> invoiceIds, Instant now) throws GenericEntityException;
}
