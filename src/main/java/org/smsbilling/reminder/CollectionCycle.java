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
package org.smsbilling.reminder;

import java.time.Instant;
import java.util.List;

/**
 * Reminders of one kind of invoices.
 *
 * @param priority cycles are tried in ascending order
 * @param changed when it, or a step of it, was changed last
 */
public record CollectionCycle(String cycleId, String name, int priority, CycleRule rule, Instant changed, List<CollectionStep> steps) { }
