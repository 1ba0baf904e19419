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
package org.smsbilling.provider;

import java.util.Map;

/**
 * Result of checking credentials by a real call.
 *
 * @param valid whether they can be used now
 * @param problem key in SmsBillingOrganizationLabels of what is wrong, in words for an administrator; empty when valid
 * @param values what the words mention, never a secret
 */
public record AccountCheck(boolean valid, String problem, Map<String, String> values) {
    public AccountCheck {
        values = Map.copyOf(values);
    }

    public static AccountCheck ok() {
        return new AccountCheck(true, "", Map.of());
    }

    public static AccountCheck wrong(String problem) {
        return wrong(problem, Map.of());
    }

    public static AccountCheck wrong(String problem, Map<String, String> values) {
        return new AccountCheck(false, problem, values);
    }
}
