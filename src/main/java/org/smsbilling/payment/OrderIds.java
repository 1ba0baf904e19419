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
package org.smsbilling.payment;

import java.security.SecureRandom;

/** Order numbers for the gateway: 19 characters that nobody can guess, beginning with a letter so that it never takes one for a card number. */
final class OrderIds {

    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int RANDOM_CHARACTERS = 18;

    private OrderIds() { }

    static String random() {
        StringBuilder orderId = new StringBuilder("S");
        new SecureRandom().ints(RANDOM_CHARACTERS, 0, CHARACTERS.length()).forEach(i -> orderId.append(CHARACTERS.charAt(i)));
        return orderId.toString();
    }
}
