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

/**
 * The text of a message, rendered and folded to GSM-7 where the whole of it can be.
 *
 * @param body as it goes to the carrier; it may hold a pay link, so never print it
 * @param templateId of the template that it was made from, or null
 * @param templateVersion of that template, or null
 */
public record MessageText(String body, SegmentCount count, String templateId, Long templateVersion) {

    /** What carriers take. */
    public static final int LONGEST = 1600;

    public static MessageText of(MessageType type, MessageFacts facts, MessageTemplates templates) {
        if (type.writtenByHand()) {
            return of(facts.content().replyText(), null, null);
        }
        return of(templates.choose(facts.settings(), type, MessageChannel.SMS, facts.locale(), facts.content().templateId()), facts);
    }

    /** @return what a template makes of facts */
    public static MessageText of(ChosenTemplate chosen, MessageFacts facts) {
        return of(unfolded(chosen, facts), chosen.templateId(), chosen.version());
    }

    /** @return the same before it is folded */
    public static String unfolded(ChosenTemplate chosen, MessageFacts facts) {
        return chosen.body().render(facts.in(chosen.readAs(facts.locale())).values(), MessageTemplate.Form.PLAIN);
    }

    private static MessageText of(String text, String templateId, Long templateVersion) {
        String body = Gsm7Folding.fold(text);
        return new MessageText(body, SegmentCount.of(body), templateId, templateVersion);
    }

    @Override
    public String toString() {
        return "MessageText[" + count + "]";
    }
}
