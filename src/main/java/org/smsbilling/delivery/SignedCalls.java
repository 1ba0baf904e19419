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

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.twilio.TwilioSignature;

/** Tells the carrier's calls from those of strangers, who leave no trace but a line in the log. */
public final class SignedCalls {

    private final HookOrganizations organizations;
    private final Function<OrganizationSettings, Optional<URI>> address;
    private final SparingWarnings warnings;
    private final String module;

    /** @param address under which the carrier calls an organization, by which its signature is checked
     * @param module whose lines in the log they are */
    public SignedCalls(Delegator delegator, Clock clock, Function<OrganizationSettings, Optional<URI>> address, String module) {
        this.organizations = new HookOrganizations(delegator);
        this.address = address;
        this.warnings = new SparingWarnings(clock, module);
        this.module = module;
    }

    /** Keeps what the carrier called for. */
    @FunctionalInterface
    public interface Keep {
        /** @param organization that is called */
        void keep(OrganizationSettings organization) throws GenericEntityException;
    }

    /**
     * @param hookToken from the path, anything
     * @param signature or null
     * @param parameters of the form, as they came
     * @param keep done for calls of the carrier only; what it kept is committed when it returns
     */
    public HookAnswer receive(String hookToken, String signature, Map<String, String> parameters, Keep keep) {
        try {
            Optional<OrganizationSettings> organization = organizations.find(hookToken, settings -> signed(settings, signature, parameters));
            if (organization.isEmpty()) {
                warnings.warn("A webhook without a valid signature was turned away");
                return HookAnswer.FORBIDDEN;
            }
            keep.keep(organization.get());
            return HookAnswer.ACCEPTED;
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logError(e, "What the carrier called for could not be kept; the carrier is told so", module);
            return HookAnswer.UNAVAILABLE;
        }
    }

    private boolean signed(OrganizationSettings settings, String signature, Map<String, String> parameters) {
        Optional<URI> called = address.apply(settings);
        Optional<String> secret = settings.webhookSecret();
        return called.isPresent() && secret.isPresent() && TwilioSignature.valid(secret.get(), called.get(), parameters, signature);
    }
}
