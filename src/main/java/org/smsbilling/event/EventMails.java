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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;

/** Sends the e-mails of steps that are run when something happens. */
@FunctionalInterface
public interface EventMails {

    /** The mail server does not answer: nothing has left, and it is to be tried again. */
    String WAITS = "MAIL_SERVER_SILENT";

    /** There are none. */
    EventMails NONE = (delegator, settings, due, now) -> "NOT_WANTED";

    /**
     * Called outside any transaction, at least once for each; what was sent, or may have been, is not sent again.
     *
     * @return what became of it, in a word
     */
    String send(Delegator delegator, OrganizationSettings settings, MailDue due, Instant now) throws GenericEntityException;
}
