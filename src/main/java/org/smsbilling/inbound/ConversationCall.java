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

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** A call of a service about one conversation: its user, who may use the conversation's organization, its time and words. */
final class ConversationCall {
    private final DispatchContext dctx;
    private final Map<String, ? extends Object> context;
    private final InboundWords words;

    ConversationCall(DispatchContext dctx, Map<String, ? extends Object> context) {
        this.dctx = dctx;
        this.context = context;
        this.words = new InboundWords(ServiceUtil.getLocale(context));
    }

    /** A service refuses what it was asked for; the message is for the user. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** What a service does with the conversation. */
    @FunctionalInterface
    interface Work {
        Map<String, Object> run(GenericValue conversation, OrganizationSettings settings) throws GenericEntityException, Refused;
    }

    Delegator delegator() {
        return dctx.getDelegator();
    }

    SmsBilling billing() {
        return SmsBilling.of(delegator());
    }

    Instant now() {
        return billing().clock().instant();
    }

    InboundWords words() {
        return words;
    }

    String text(String name) {
        return context.get(name) instanceof String value ? value : "";
    }

    String userLoginId() {
        return ((GenericValue) context.get("userLogin")).getString("userLoginId");
    }

    boolean may(String action, String organizationPartyId) throws GenericEntityException {
        return OrganizationAccess.refusal(dctx, context, organizationPartyId, action).isEmpty();
    }

    /** @param action VIEW or SEND */
    Map<String, Object> with(String action, Work work) {
        try {
            GenericValue conversation = new Conversations(delegator()).byId(text("conversationId"));
            if (conversation == null) {
                return ServiceUtil.returnError(words.of("SmsBillingNoSuchConversation"));
            }
            String organization = conversation.getString("organizationPartyId");
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organization, action);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            OrganizationSettings settings = OrganizationSettingsReader.read(delegator(), organization)
                    .orElseThrow(() -> new Refused(words.of("SmsBillingNoSuchConversation")));
            return work.run(conversation, settings);
        } catch (Refused e) {
            return ServiceUtil.returnError(e.getMessage());
        } catch (GenericEntityException e) {
            Debug.logError(e, "Conversation " + text("conversationId"), ConversationCall.class.getName());
            return ServiceUtil.returnError(words.organization("SmsBillingDatabaseProblem", Map.of()));
        }
    }
}
