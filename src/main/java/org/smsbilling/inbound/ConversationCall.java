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
package org.smsbilling.inbound;

import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.organization.OrganizationCall;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.organization.RefusedException;

/** A call of a service about one conversation: its user, who may use the conversation's organization, its time and words. */
final class ConversationCall extends OrganizationCall {
    private final InboundWords words;

    ConversationCall(DispatchContext dctx, Map<String, ? extends Object> context) {
        super(dctx, context);
        this.words = new InboundWords(ServiceUtil.getLocale(context));
    }

    /** What a service does with the conversation. */
    @FunctionalInterface
    interface Work {
        Map<String, Object> run(GenericValue conversation, OrganizationSettings settings) throws GenericEntityException, RefusedException;
    }

    InboundWords words() {
        return words;
    }

    /** @return what was given; the empty string for nothing */
    String typed(String name) {
        String text = text(name);
        return text == null ? "" : text;
    }

    boolean may(String action, String organizationPartyId) throws GenericEntityException {
        return refusal(organizationPartyId, action).isEmpty();
    }

    /** @param action VIEW or SEND */
    Map<String, Object> with(String action, Work work) {
        try {
            GenericValue conversation = new Conversations(delegator()).byId(typed("conversationId"));
            if (conversation == null) {
                return ServiceUtil.returnError(words.of("SmsBillingNoSuchConversation"));
            }
            String organization = conversation.getString("organizationPartyId");
            require(organization, action);
            OrganizationSettings settings = OrganizationSettingsReader.read(delegator(), organization)
                    .orElseThrow(() -> new RefusedException(words.of("SmsBillingNoSuchConversation")));
            return work.run(conversation, settings);
        } catch (RefusedException e) {
            return ServiceUtil.returnError(e.getMessage());
        } catch (GenericEntityException e) {
            Debug.logError(e, "Conversation " + typed("conversationId"), ConversationCall.class.getName());
            return ServiceUtil.returnError(words.organization("SmsBillingDatabaseProblem", Map.of()));
        }
    }
}
