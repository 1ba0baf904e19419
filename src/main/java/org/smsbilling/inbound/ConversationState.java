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

/** Where a conversation with a number stands. */
public enum ConversationState {
    /** Somebody has to read it. */
    OPEN,
    /** Nothing is to be done. */
    DONE,
    /** The customer wants no more texts. */
    OPTED_OUT;

    /**
     * @param before where it stood, or null when it begins
     * @param intent of a new text
     * @param changedConsent whether the text changed the consent
     * @return where it stands now
     */
    static ConversationState after(ConversationState before, Intent intent, boolean changedConsent) {
        return switch (intent) {
        case OPT_OUT -> OPTED_OUT;
        case WRONG_NUMBER, UNCLEAR, REPLY -> OPEN;
        case YES -> changedConsent ? withConsent(before) : OPEN;
        case OPT_IN -> changedConsent ? withConsent(before) : quiet(before);
        case HELP -> quiet(before);
        };
    }

    private static ConversationState withConsent(ConversationState before) {
        return before == OPEN ? OPEN : DONE;
    }

    private static ConversationState quiet(ConversationState before) {
        return before == null ? DONE : before;
    }

    /** @return key of its words in SmsBillingInboundLabels */
    public String labelKey() {
        return "SmsBillingConversation_" + name();
    }
}
