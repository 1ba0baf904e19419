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
package org.smsbilling.message;

import java.util.Collection;
import java.util.Locale;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;

/** The templates of some organizations, read at one moment. */
final class MessageTemplates {

    private MessageTemplates() { }

    static MessageTemplates read(Delegator delegator, Collection<String> organizationPartyIds) throws GenericEntityException {
        return new MessageTemplates();
    }

    /**
     * @param templateId wanted, or null for the organization's usual one
     * @param dueDate whether the invoices have a due date
     * @return the wanted one, else the organization's, else the one that ships with the component
     */
    ChosenTemplate choose(String organizationPartyId, MessageType type, Locale locale, String templateId, boolean dueDate) {
        return new ChosenTemplate(null, null, MessageTemplate.parse(new MessageLabels(locale).text(type.labelKey(dueDate))));
    }
}
