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
package org.smsbilling.invoice;

import java.math.BigDecimal;

/**
 * A line of an invoice, as far as it counts for the total.
 *
 * @param tax whether its type is one of OFBiz's tax item types
 * @param quantity or null for one
 * @param amount decimal units for each, or null for zero
 * @param taxAuthPartyId of a tax line, or null
 * @param taxAuthGeoId of a tax line, or null
 */
record InvoiceLine(boolean tax, BigDecimal quantity, BigDecimal amount, String taxAuthPartyId, String taxAuthGeoId) {

    BigDecimal exact() {
        return (amount == null ? BigDecimal.ZERO : amount).multiply(quantity == null ? BigDecimal.ONE : quantity);
    }
}
