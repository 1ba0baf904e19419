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

import java.util.Objects;

/**
 * Credentials and sender by which an organization sends.
 *
 * @param accountSid the account at the carrier
 * @param authToken secret of the account; never printed
 * @param sender E.164 number, short code, alphanumeric sender id or messaging service id
 */
public record SmsAccount(String accountSid, String authToken, String sender) {
    public SmsAccount {
        Objects.requireNonNull(accountSid);
        Objects.requireNonNull(authToken);
        Objects.requireNonNull(sender);
    }

    @Override
    public String toString() {
        return "SmsAccount[" + accountSid + ", " + sender + "]";
    }
}
