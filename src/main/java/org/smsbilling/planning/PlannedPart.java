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
package org.smsbilling.planning;

import java.math.BigDecimal;

import org.smsbilling.message.MessageType;

/**
 * What a text for several invoices is of one of them: what is done once for it, and what would be said of it alone.
 *
 * @param templateId or null for the usual one of the type
 * @param lateFee decimal units of the invoice's currency, null when there is none
 */
public record PlannedPart(StepKey key, MessageType type, String templateId, BigDecimal lateFee) { }
