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
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The address under which customers reach the pay pages: https, or http on this machine for demos; a host and perhaps a port, nothing more. */
final class PublicAddress {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private PublicAddress() { }

    /** @return the address without a slash at the end, empty when it cannot be used */
    static Optional<String> parse(String typed) {
        try {
            URI address = new URI(typed.strip());
            String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
            boolean plain = address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null
                    && (address.getRawPath() == null || address.getRawPath().isEmpty() || "/".equals(address.getRawPath()));
            boolean safe = "https".equals(scheme) || "http".equals(scheme) && LOOPBACK.contains(host);
            boolean port = address.getPort() == -1 || address.getPort() > 0 && address.getPort() < 65_536;
            return plain && safe && port && !host.isEmpty()
                    ? Optional.of(scheme + "://" + host + (address.getPort() == -1 ? "" : ":" + address.getPort())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
