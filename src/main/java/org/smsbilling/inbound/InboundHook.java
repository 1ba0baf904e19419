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

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.smsbilling.delivery.HookAnswer;
import org.smsbilling.delivery.SignedCalls;
import org.smsbilling.organization.HookAddress;

/** The door for customers' texts: what the carrier has signed is kept at once and looked at later. */
final class InboundHook {
    private static final String MODULE = InboundHook.class.getName();

    private final Clock clock;
    private final InboundTexts texts;
    private final SignedCalls calls;

    InboundHook(Delegator delegator, Clock clock, InboundTexts texts) {
        this.clock = clock;
        this.texts = texts;
        this.calls = new SignedCalls(delegator, clock, HookAddress::inbound, MODULE);
    }

    /** @param signature or null */
    HookAnswer receive(String hookToken, String signature, Map<String, String> parameters) {
        return calls.receive(hookToken, signature, parameters, organization -> {
            Optional<InboundText> text = InboundText.of(parameters);
            if (text.isPresent()) {
                texts.add(organization.organizationPartyId(), text.get(), clock.instant());
            } else {
                Debug.logWarning("The carrier called for a text to organization " + organization.organizationPartyId()
                        + " without an id or a number", MODULE);
            }
        });
    }
}
