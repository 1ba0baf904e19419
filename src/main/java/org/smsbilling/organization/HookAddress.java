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

import java.net.URI;
import java.util.Optional;

/**
 * Where the carrier reports to: an address for each organization, whose last part nobody can guess. Signatures are checked against exactly this
 * address.
 */
public final class HookAddress {

    private static final String STATUS = "/pay/hook/status/";
    private static final String INBOUND = "/pay/hook/inbound/";

    private HookAddress() { }

    /** @return where it reports what became of a message; empty when the organization has no public address that is safe (https, or this machine) */
    public static Optional<URI> status(OrganizationSettings settings) {
        return address(settings, STATUS);
    }

    /** @return where it hands on what customers text; empty when the organization has no public address that is safe (https, or this machine) */
    public static Optional<URI> inbound(OrganizationSettings settings) {
        return address(settings, INBOUND);
    }

    private static Optional<URI> address(OrganizationSettings settings, String path) {
        return settings.hookToken().isEmpty() ? Optional.empty()
                : PublicAddress.parse(settings.publicBaseUrl()).map(base -> URI.create(base + path + settings.hookToken()));
    }
}
