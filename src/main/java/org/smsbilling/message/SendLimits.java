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
package org.smsbilling.message;

import java.util.Map;
import java.util.Optional;

import org.smsbilling.limit.CapHold;
import org.smsbilling.recipient.NoText;

/**
 * What an organization's own rules say of a message, beside consent and hours. Answers to what a customer did or asked have none.
 *
 * @param why it must not leave: NO_CONSENT, SWITCHED_OFF or PILOT; null when nothing forbids it
 * @param hold the cap that is reached
 * @param held why invoices are not to be reminded of now, by id
 */
public record SendLimits(NoText why, Optional<CapHold> hold, Map<String, MessageReason> held) {

    public static final SendLimits NONE = new SendLimits(null, Optional.empty(), Map.of());
}
