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
package org.smsbilling.paylink;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network part of an address: enough to see a pattern, too little to point at a person. */
public final class ShortAddress {

    private static final Pattern IPV4 = Pattern.compile("(?:::ffff:)?(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.\\d{1,3}", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*(%.*)?");
    private static final int GROUPS_OF_48_BITS = 3;

    private ShortAddress() { }

    /** @param address IPv4 or IPv6 as the servlet container gives it, or null. @return its /24 or /48 network; empty for anything else */
    public static String of(String address) {
        if (address == null) {
            return "";
        }
        Matcher ipv4 = IPV4.matcher(address.strip());
        if (ipv4.matches()) {
            return ipv4.group(1) + "." + ipv4.group(2) + "." + ipv4.group(3) + ".0/24";
        }
        return IPV6.matcher(address.strip()).matches() ? ipv6(address.strip()) : "";
    }

    private static String ipv6(String address) {
        String head = address.split("%")[0].split("::", -1)[0];
        String[] written = head.isEmpty() ? new String[0] : head.split(":");
        StringBuilder network = new StringBuilder();
        for (int group = 0; group < GROUPS_OF_48_BITS; group++) {
            String value = group < written.length ? written[group].replaceFirst("^0+(?=.)", "").toLowerCase() : "0";
            network.append(value).append(':');
        }
        return network.append(":/48").toString();
    }
}
