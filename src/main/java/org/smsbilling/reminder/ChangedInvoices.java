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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.event.InvoiceChanges;
import org.smsbilling.transaction.OwnTransaction;

/** Keeps the due days of changed invoices up to date, in transactions of its own; a chunk that collides with another node is repeated. */
public final class ChangedInvoices implements InvoiceChanges {

    private static final int CHUNK = 500;
    private static final int TRIES = 3;

    @Override
    public void changed(Delegator delegator, Collection<String> invoiceIds, Instant now) throws GenericEntityException {
        Collection<String> known = new LinkedHashSet<>(invoiceIds);
        known.remove(null);
        List<String> ids = new ArrayList<>(known);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            refresh(new InvoiceDueDates(delegator, now), ids.subList(from, Math.min(from + CHUNK, ids.size())), TRIES);
        }
    }

    private static void refresh(InvoiceDueDates dueDates, List<String> ids, int tries) throws GenericEntityException {
        try {
            OwnTransaction.call(() -> {
                dueDates.refresh(ids);
                return null;
            });
        } catch (GenericEntityException e) {
            if (tries == 1) {
                throw e;
            }
            refresh(dueDates, ids, tries - 1);
        }
    }
}
