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

import java.util.Map;
import java.util.Set;

/**
 * What decides which cycle an invoice is in.
 *
 * @param typeIds its type and the types above that
 * @param itemTypeIds types of its lines
 * @param attributes InvoiceAttribute, name to value
 * @param customerGroups PartyClassificationGroups that the customer is in
 */
public record InvoiceTraits(Set<String> typeIds, Set<String> itemTypeIds, Map<String, String> attributes, Set<String> customerGroups) { }
