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
package org.smsbilling.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericEntityException;

/** Handles events of a kind that is rare, each by itself. */
interface OneByOne extends EventHandler {

    /** @return what became of the event */
    EventOutcome handle(BusinessEvent event) throws GenericEntityException;

    @Override
    default Map<String, EventOutcome> handle(List<BusinessEvent> events) throws GenericEntityException {
        Map<String, EventOutcome> outcomes = new HashMap<>();
        for (BusinessEvent event : events) {
            outcomes.put(event.id(), handle(event));
        }
        return outcomes;
    }
}
