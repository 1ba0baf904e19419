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
package org.smsbilling.paylink;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.payment.PayTexts;

/** The lines of invoices as the payer reads them. */
final class InvoiceLines {

    private InvoiceLines() { }

    /** @return items that have an amount as lines, each with description, quantityText (empty for one piece) and amountText */
    static List<Map<String, Object>> of(Delegator delegator, List<GenericValue> items, String currencyUomId, PayTexts texts)
            throws GenericEntityException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (GenericValue item : items) {
            if (item.getBigDecimal("amount") != null) {
                lines.add(line(delegator, item, currencyUomId, texts));
            }
        }
        return lines;
    }

    private static Map<String, Object> line(Delegator delegator, GenericValue item, String currencyUomId, PayTexts texts)
            throws GenericEntityException {
        BigDecimal quantity = item.getBigDecimal("quantity") == null ? BigDecimal.ONE : item.getBigDecimal("quantity");
        int decimals = Math.max(0, item.getBigDecimal("amount").stripTrailingZeros().scale());
        BigDecimal amount = item.getBigDecimal("amount").multiply(quantity).setScale(Math.max(2, decimals), RoundingMode.HALF_UP);
        return Map.of("description", description(delegator, item), "amountText", texts.money(amount.stripTrailingZeros(), currencyUomId),
                "quantityText", quantity.compareTo(BigDecimal.ONE) == 0 ? "" : quantity.stripTrailingZeros().toPlainString());
    }

    private static String description(Delegator delegator, GenericValue item) throws GenericEntityException {
        String description = item.getString("description");
        if (description != null && !description.isBlank()) {
            return description;
        }
        GenericValue type = EntityQuery.use(delegator).from("InvoiceItemType").where("invoiceItemTypeId", item.get("invoiceItemTypeId"))
                .cache().queryOne();
        return type == null || type.getString("description") == null ? item.getString("invoiceItemSeqId") : type.getString("description");
    }
}
