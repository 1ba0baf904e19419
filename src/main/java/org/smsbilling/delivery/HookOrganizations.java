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

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/**
 * Organizations by the token in the path of their webhooks. Reports come by hundreds a second, so what proved to be right is believed for a second;
 * what does not fit is looked up anew, so that a new auth token counts at once.
 */
final class HookOrganizations {

    private static final long BELIEVED = TimeUnit.SECONDS.toNanos(1);

    private final Delegator delegator;
    private final Map<String, Read> known = new ConcurrentHashMap<>();

    /** Settings as they were.
     * @param nanos System.nanoTime before they were read */
    private record Read(OrganizationSettings settings, long nanos) { }

    HookOrganizations(Delegator delegator) {
        this.delegator = delegator;
    }

    /** @param hookToken from outside, anything. @param fits what the organization's settings have to fulfil */
    Optional<OrganizationSettings> find(String hookToken, Predicate<OrganizationSettings> fits) throws GenericEntityException {
        Read read = hookToken == null ? null : known.get(hookToken);
        long now = System.nanoTime();
        if (read != null && now - read.nanos() < BELIEVED && fits.test(read.settings())) {
            return Optional.of(read.settings());
        }
        Optional<OrganizationSettings> found = OrganizationSettingsReader.readByHookToken(delegator, hookToken).filter(fits);
        found.ifPresent(settings -> known.put(hookToken, new Read(settings, now)));
        return found;
    }
}
