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
package org.smsbilling.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.smsbilling.message.IllegalTemplateException;
import org.smsbilling.message.MessageTemplate;
import org.smsbilling.message.MessageText;
import org.smsbilling.message.MessageToken;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.TokenUse;

/** What is wrong with a draft, and what is unwise about it. */
final class TemplateCheck {

    static final int LONGEST_MAIL = 10_000;
    static final int LONGEST_SUBJECT = 200;

    private static final Pattern STOP = Pattern.compile("\\bSTOP\\b", Pattern.CASE_INSENSITIVE);
    /** Carriers filter texts with links of public shorteners (Twilio error 30963). */
    private static final Pattern SHORTENER = Pattern.compile("\\b(bit\\.ly|tinyurl\\.com|t\\.co|goo\\.gl|ow\\.ly|is\\.gd|buff\\.ly|rebrand\\.ly"
            + "|cutt\\.ly|shorturl\\.at)\\b", Pattern.CASE_INSENSITIVE);

    private final TemplateDraft draft;
    private final List<TemplateFinding> findings = new ArrayList<>();

    private TemplateCheck(TemplateDraft draft) {
        this.draft = draft;
    }

    /** @return errors first; with an error it cannot be saved */
    static List<TemplateFinding> of(TemplateDraft draft) {
        TemplateCheck check = new TemplateCheck(draft);
        check.length(TemplateFinding.BODY, draft.body(), draft.mail() ? LONGEST_MAIL : MessageText.LONGEST);
        if (draft.mail()) {
            check.length(TemplateFinding.SUBJECT, draft.subject(), LONGEST_SUBJECT);
            check.parse(TemplateFinding.SUBJECT, draft.subject()).ifPresent(subject -> check.tokens(TemplateFinding.SUBJECT, subject));
        }
        check.parse(TemplateFinding.BODY, draft.body()).ifPresent(check::body);
        return check.findings.stream().sorted((one, other) -> Boolean.compare(other.refused(), one.refused())).toList();
    }

    static boolean refuses(List<TemplateFinding> findings) {
        return findings.stream().anyMatch(TemplateFinding::refused);
    }

    private void length(String field, String text, int longest) {
        if (text.isEmpty()) {
            findings.add(TemplateFinding.error(field, "SmsBillingTemplateEmpty_" + field, Map.of()));
        } else if (text.length() > longest) {
            findings.add(new TemplateFinding(true, field, "SmsBillingTemplateTooLong_" + field, Map.of("longest", String.valueOf(longest)), longest,
                    text.length() - longest, null));
        }
    }

    private Optional<MessageTemplate> parse(String field, String text) {
        try {
            return Optional.of(MessageTemplate.parse(text));
        } catch (IllegalTemplateException e) {
            Optional<String> meant = e.suggestion();
            int length = switch (e.problem()) {
            case UNKNOWN_TOKEN -> e.token().length() + 2;
            case UNCLOSED_TOKEN -> e.token().length() + 1;
            case STRAY_BRACE -> 1;
            default -> 2;
            };
            findings.add(new TemplateFinding(true, field, TemplateFinding.UNREADABLE + e.problem() + (meant.isPresent() ? "_Meant" : ""),
                    Map.of("token", e.token(), "position", String.valueOf(e.position() + 1), "meant", meant.orElse("")), e.position(), length,
                    meant.orElse(null)));
            return Optional.empty();
        }
    }

    private void body(MessageTemplate template) {
        tokens(TemplateFinding.BODY, template);
        Set<MessageToken> always = template.always().stream().map(TokenUse::token).collect(Collectors.toSet());
        if (draft.type().asksForPayment() && !(draft.mail() ? template.tokens() : always).contains(MessageToken.LINK)) {
            findings.add(TemplateFinding.error(TemplateFinding.BODY, "SmsBillingTemplateNeedsToken", Map.of("token", "{link}")));
        }
        if (draft.type() == MessageType.ONE_TIME_CODE && !always.contains(MessageToken.CODE)) {
            findings.add(TemplateFinding.error(TemplateFinding.BODY, "SmsBillingTemplateNeedsToken", Map.of("token", "{code}")));
        }
        if (!template.tokens().contains(MessageToken.BRAND)) {
            findings.add(TemplateFinding.warning(TemplateFinding.BODY, "SmsBillingTemplateNoBrand", Map.of()));
        }
        if (!draft.mail() && saysHowToStop() && !STOP.matcher(draft.body()).find()) {
            findings.add(TemplateFinding.warning(TemplateFinding.BODY, "SmsBillingTemplateNoStop", Map.of()));
        }
        Matcher shortener = SHORTENER.matcher(draft.body());
        if (shortener.find()) {
            findings.add(new TemplateFinding(false, TemplateFinding.BODY, "SmsBillingTemplateShortener", Map.of("host", shortener.group()),
                    shortener.start(), shortener.group().length(), null));
        }
    }

    private boolean saysHowToStop() {
        return draft.type().asksForPayment() || draft.type() == MessageType.HELP || draft.type() == MessageType.OPT_IN_CONFIRMATION;
    }

    private void tokens(String field, MessageTemplate template) {
        for (TokenUse use : template.uses()) {
            if (!use.token().knownIn(draft.type())) {
                findings.add(at(true, field, "SmsBillingTemplateNotInType", use));
            }
        }
        for (TokenUse use : template.always()) {
            if (use.token().mayBeEmpty() && use.token().knownIn(draft.type())) {
                findings.add(at(false, field, "SmsBillingTemplateMayBeEmpty", use));
            }
        }
    }

    private TemplateFinding at(boolean refused, String field, String labelKey, TokenUse use) {
        String text = TemplateFinding.BODY.equals(field) ? draft.body() : draft.subject();
        return new TemplateFinding(refused, field, labelKey, Map.of("token", use.written()), text.indexOf(use.written()), use.written().length(),
                null);
    }
}
