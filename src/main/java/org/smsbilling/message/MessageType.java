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

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a message is for. */
public enum MessageType {
    /** An invoice is sent. */
    NEW_INVOICE(MessageTopic.INVOICES, Trait.ASKS_FOR_PAYMENT),
    /** An invoice will be due. */
    UPCOMING(MessageTopic.REMINDERS, Trait.ASKS_FOR_PAYMENT),
    DUE_TODAY(MessageTopic.REMINDERS, Trait.ASKS_FOR_PAYMENT),
    /** Late, in the first of three tones. */
    OVERDUE_GENTLE(MessageTopic.REMINDERS, Trait.ASKS_FOR_PAYMENT),
    OVERDUE_FIRM(MessageTopic.REMINDERS, Trait.ASKS_FOR_PAYMENT),
    OVERDUE_FINAL(MessageTopic.REMINDERS, Trait.ASKS_FOR_PAYMENT),
    /** A payment was received. */
    RECEIPT(MessageTopic.RECEIPTS),
    /** A payment failed or came back. */
    FAILED_PAYMENT(MessageTopic.RECEIPTS, Trait.ASKS_FOR_PAYMENT),
    /** A customer whose link has expired asked for another. */
    FRESH_LINK(MessageTopic.SERVICE, Trait.ASKS_FOR_PAYMENT),
    /** The customer agreed to get texts. */
    OPT_IN_CONFIRMATION(MessageTopic.SERVICE, Trait.ANSWERS_AT_ONCE),
    /** The customer wants no more texts; the one text that may still follow (47 CFR 64.1200(a)(12)). */
    OPT_OUT_CONFIRMATION(MessageTopic.SERVICE, Trait.ANSWERS_AT_ONCE, Trait.CONFIRMS_OPT_OUT),
    /** The customer asked for help. */
    HELP(MessageTopic.SERVICE, Trait.ANSWERS_AT_ONCE),
    /** A code by which the customer shows to have the phone. */
    ONE_TIME_CODE(MessageTopic.SERVICE, Trait.ANSWERS_AT_ONCE),
    /** A clerk's answer to a customer's text. */
    REPLY(MessageTopic.SERVICE, Trait.WRITTEN_BY_HAND),
    /** An administrator tries a template out on a phone of his own; his text is what the template made of a sample. */
    TEMPLATE_TEST(MessageTopic.SERVICE, Trait.ANSWERS_AT_ONCE, Trait.WRITTEN_BY_HAND);

    private enum Trait { ASKS_FOR_PAYMENT, ANSWERS_AT_ONCE, CONFIRMS_OPT_OUT, WRITTEN_BY_HAND }

    private final MessageTopic topic;
    private final Set<Trait> traits;

    MessageType(MessageTopic topic, Trait... traits) {
        this.topic = topic;
        this.traits = EnumSet.noneOf(Trait.class);
        this.traits.addAll(Arrays.asList(traits));
    }

    public MessageTopic topic() {
        return topic;
    }

    /** @return whether it is pointless without an invoice that can be paid, and carries a pay link */
    public boolean asksForPayment() {
        return traits.contains(Trait.ASKS_FOR_PAYMENT);
    }

    /** @return whether it answers what the customer just did, so that it leaves at any hour */
    public boolean answersAtOnce() {
        return traits.contains(Trait.ANSWERS_AT_ONCE);
    }

    /** @return whether it may reach a number that has just opted out */
    public boolean confirmsOptOut() {
        return traits.contains(Trait.CONFIRMS_OPT_OUT);
    }

    /** @return whether its text is in the message and no template is needed */
    public boolean writtenByHand() {
        return traits.contains(Trait.WRITTEN_BY_HAND);
    }

    /** @return whether it is about invoices */
    public boolean tellsOfInvoices() {
        return topic != MessageTopic.SERVICE || this == FRESH_LINK;
    }

    /** @return whether it exists as an e-mail, too */
    public boolean hasMail() {
        return tellsOfInvoices();
    }
}
