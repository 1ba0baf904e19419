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
package org.smsbilling.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.smsbilling.organization.HookAddress;

/** The door for status reports: who cannot sign leaves no trace but a line in the log, and what is signed is kept at once and looked at later. */
final class StatusHook {

    private static final String MODULE = StatusHook.class.getName();

    private final Clock clock;
    private final ReceiptIntake intake;
    private final SignedCalls calls;

    StatusHook(Delegator delegator, Clock clock, WebhookReceipts receipts) {
        this.clock = clock;
        this.intake = new ReceiptIntake(receipts);
        this.calls = new SignedCalls(delegator, clock, HookAddress::status, MODULE);
    }

    /** @param signature or null */
    HookAnswer receive(String hookToken, String signature, Map<String, String> parameters) {
        return calls.receive(hookToken, signature, parameters, organization -> {
            Optional<StatusReport> report = StatusReport.of(parameters);
            if (report.isPresent()) {
                intake.keep(organization.organizationPartyId(), report.get(), clock.instant());
            }
        });
    }
}
