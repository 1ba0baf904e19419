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
package org.smsbilling.organization;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whom an organization may text, and how much.
 *
 * @param explicitConsent whether only numbers that opted in are texted; else all until they opt out
 * @param optOutScope how far an opt-out reaches: ALL, ORGANIZATION or SENDER
 * @param carrierAnswersKeywords whether the carrier itself answers STOP, START and HELP
 * @param dailyCapPerNumber most texts by themselves to a number on a day
 * @param dailyCap most texts of the organization on a day, 0 for no limit
 * @param pilot whether only pilot numbers and parties are texted by themselves
 * @param redactAfterDays days after which bodies are redacted
 * @param monthlyBudget what texts may cost a month, for a warning; empty for no budget
 */
public record TextingRules(boolean explicitConsent, String optOutScope, boolean carrierAnswersKeywords, int dailyCapPerNumber, int dailyCap,
        boolean pilot, int redactAfterDays, Optional<BigDecimal> monthlyBudget) {

    static TextingRules of(SettingsFields fields) {
        return new TextingRules("EXPLICIT".equals(fields.text("consentRule")), fields.or("optOutScope", "ALL"),
                fields.on("carrierAnswersKeywords", true), fields.number("dailyCapPerNumber", 3), fields.number("dailyCap", 0),
                fields.on("pilotEnabled", false), fields.number("redactAfterDays", 365), fields.amount("monthlyBudget"));
    }
}
