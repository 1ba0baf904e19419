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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.RefusedException;
import org.smsbilling.transaction.OwnTransaction;

/** Services of the inbox. */
public final class SmsInboxServices {
    private static final String MODULE = SmsInboxServices.class.getName();

    private SmsInboxServices() { }

    /** Lists conversations of the organizations that the user may see. */
    public static Map<String, Object> findSmsConversations(DispatchContext dctx, Map<String, ? extends Object> context) {
        ConversationCall call = new ConversationCall(dctx, context);
        try {
            List<String> organizations = OrganizationAccess.organizations(dctx, context, "VIEW");
            String state = call.typed("state").isEmpty() ? ConversationState.OPEN.name() : call.typed("state");
            String page = call.typed("page");
            ConversationList list = new ConversationList(dctx.getDelegator(), call.words());
            ConversationList.Page found = list.find(organizations, state, call.typed("search"),
                    page.matches("[0-9]{1,3}") ? Integer.parseInt(page) : 0);
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("conversations", found.conversations());
            result.put("more", found.more());
            result.put("open", list.open(organizations));
            return result;
        } catch (GenericEntityException e) {
            Debug.logError(e, MODULE);
            return ServiceUtil.returnError(call.words().organization("SmsBillingDatabaseProblem", Map.of()));
        }
    }

    /** Shows one conversation. */
    public static Map<String, Object> getSmsConversation(DispatchContext dctx, Map<String, ? extends Object> context) {
        ConversationCall call = new ConversationCall(dctx, context);
        return call.with("VIEW", (conversation, settings) -> {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("conversation", new ConversationView(call.delegator(), conversation, settings, call.words())
                    .show(call.may("SEND", settings.organizationPartyId()), call.now()));
            return result;
        });
    }

    /** Tells how a typed answer would travel. */
    public static Map<String, Object> measureSmsAnswer(DispatchContext dctx, Map<String, ? extends Object> context) {
        ConversationCall call = new ConversationCall(dctx, context);
        return call.with("SEND", (conversation, settings) -> {
            ClerkAnswer answer = new ClerkAnswer(call.delegator(), conversation, settings, call.words());
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("sizeText", answer.size(call.typed("replyText")));
            return result;
        });
    }

    /** Queues what a clerk answers. Nothing in it is executed. */
    public static Map<String, Object> answerSmsConversation(DispatchContext dctx, Map<String, ? extends Object> context) {
        ConversationCall call = new ConversationCall(dctx, context);
        return call.with("SEND", (conversation, settings) -> {
            ClerkAnswer answer = new ClerkAnswer(call.delegator(), conversation, settings, call.words());
            String typed = call.typed("replyText");
            Optional<String> problem = answer.whyNot().or(() -> answer.problem(typed));
            if (problem.isPresent()) {
                throw new RefusedException(problem.get());
            }
            Instant now = call.now();
            String number = call.typed("answerNumber");
            String messageId = answer.queue(typed, number.matches("[1-9][0-9]{0,8}") ? Long.parseLong(number) : 0, "Y".equals(call.typed("done")),
                    call.userLoginId(), now).orElseThrow(() -> new RefusedException(call.words().of("SmsBillingAnswerStale")));
            call.billing().outbox().wake();
            Instant leaves = answer.leaves(now);
            Map<String, Object> result = ServiceUtil.returnSuccess(leaves.equals(now) ? call.words().of("SmsBillingAnswerQueued")
                    : call.words().of("SmsBillingAnswerLeaves", Map.of("time", call.words().time(leaves, settings.zoneId()))));
            result.put("messageId", messageId);
            return result;
        });
    }

    /** Opens a conversation again or ends it. */
    public static Map<String, Object> moveSmsConversation(DispatchContext dctx, Map<String, ? extends Object> context) {
        ConversationCall call = new ConversationCall(dctx, context);
        return call.with("SEND", (conversation, settings) -> {
            ConversationState state = switch (call.typed("conversationState")) {
            case "OPEN" -> ConversationState.OPEN;
            case "DONE" -> ConversationState.DONE;
            default -> throw new RefusedException(call.words().of("SmsBillingConversationOpenOrDone"));
            };
            move(call, conversation, state);
            return ServiceUtil.returnSuccess(call.words().of(state == ConversationState.DONE ? "SmsBillingMarkedDone" : "SmsBillingMarkedOpen"));
        });
    }

    /** Records that the customer wants no more texts, as a clerk reads it in what he wrote. */
    public static Map<String, Object> optOutSmsConversation(DispatchContext dctx, Map<String, ? extends Object> context) {
        ConversationCall call = new ConversationCall(dctx, context);
        return call.with("SEND", (conversation, settings) -> {
            Instant now = call.now();
            new ConsentWords(call.delegator()).optOut(settings, conversation.getString("contactNumber"), ConsentSource.CLERK,
                    "Inbox, by the text: " + conversation.getString("lastText"), now, call.userLoginId(), now);
            move(call, conversation, ConversationState.OPTED_OUT);
            return ServiceUtil.returnSuccess(call.words().of("SmsBillingOptedOutNow"));
        });
    }

    private static void move(ConversationCall call, GenericValue conversation, ConversationState state) throws GenericEntityException {
        OwnTransaction.call(() -> {
            new Conversations(call.delegator()).move(conversation, state, call.userLoginId(), call.now());
            return null;
        });
    }
}
