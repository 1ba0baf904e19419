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
package org.smsbilling.limit;

import java.time.LocalDate;
import java.time.ZoneId;

import org.smsbilling.message.MessageReason;

/**
 * A cap that is reached: nothing leaves before the next day.
 *
 * @param reason NUMBER_CAP or ORGANIZATION_CAP
 * @param day that is full
 * @param zone in which it is that day
 */
public record CapHold(MessageReason reason, LocalDate day, ZoneId zone) { }
