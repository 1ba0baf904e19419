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

import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericEntityException;

/**
 * What follows from events of one kind. It may be done again for events that were handled before, by this node or another one: whatever it writes
 * has keys, or conditions, that let it happen once.
 */
interface EventHandler {

    /**
     * Called outside any transaction.
     *
     * @param events of its kind
     * @return outcome by event id, of all of them
     */
    Map<String, EventOutcome> handle(List<BusinessEvent> events) throws GenericEntityException;
}
