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
import java.util.List;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceContainer;
import org.smsbilling.event.EventMails;
import org.smsbilling.event.MailDue;
import org.smsbilling.organization.OrganizationSettings;

/** E-mails of the steps that a cycle has at billing and for payments, and those with a fresh link. */
public final class CycleMails implements EventMails {

    @Override
    public String send(Delegator delegator, OrganizationSettings settings, MailDue due, Instant now) throws GenericEntityException {
        Letter letter = Letter.freshLink(due);
        if (due.collectionStepId() != null) {
            GenericValue row = CycleStore.step(delegator, due.collectionStepId());
            if (row == null || !StepCommunication.EMAIL.name().equals(row.getString("communication"))) {
                return "NOT_WANTED";
            }
            letter = Letter.of(due, CollectionCyclesReader.step(row));
        }
        LocalDispatcher dispatcher = ServiceContainer.getLocalDispatcher(delegator.getDelegatorName(), delegator);
        ReminderEmails.Mailed mailed = new ReminderEmails(dispatcher).send(settings, List.of(letter), now);
        return mailed.silent() ? WAITS : mailed.run() > 0 ? "MAILED" : "ALREADY_PLANNED";
    }
}
