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
package org.smsbilling.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.smsbilling.organization.OrganizationSettings;

/**
 * Everything that tells how an organization's texting is, at one moment.
 *
 * @param checks the last try of each kind; those that were never tried are missing
 * @param due messages whose time has come and that wait for the dispatcher
 * @param waiting messages that wait for their hour
 * @param ambiguous messages of which nobody knows whether the carrier took them
 * @param events business events that wait for the planner
 * @param receipts reports of the carrier that were not looked at yet
 * @param payments payers who tapped Pay and of whose payments it is not known yet what became, or that are not in the books yet,
 *     and voids and refunds alike
 * @param optOutsToday since midnight in the organization's time zone
 * @param jobs the last run of each
 */
public record HealthFigures(OrganizationSettings settings, Instant now, Map<CheckKind, CheckResult> checks, Backlog due, long waiting,
        long ambiguous, Backlog events, Backlog receipts, Backlog payments, SentToday sent, long optOutsToday, Spending spending,
        List<JobRun> jobs, long usedToday) { }
