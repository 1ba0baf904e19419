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
package org.apache.ofbiz.accounting.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.base.util.UtilNumber;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Amounts of invoices as OFBiz counts them: rounded per line, tax lines to one more digit and then together. */
public final class InvoiceWorker {

    private InvoiceWorker() { }

    public static BigDecimal getInvoiceTotal(Delegator delegator, String invoiceId) {
        return getInvoiceTotal(invoice(delegator, invoiceId));
    }

    public static BigDecimal getInvoiceTotal(GenericValue invoice) {
        try {
            Delegator delegator = invoice.getDelegator();
            List<String> taxTypes = EntityQuery.use(delegator).from("Enumeration").where("enumTypeId", "TAXABLE_INV_ITM_TY")
                    .getFieldList("enumId");
            BigDecimal total = BigDecimal.ZERO;
            BigDecimal tax = BigDecimal.ZERO;
            for (GenericValue item : EntityQuery.use(delegator).from("InvoiceItem").where("invoiceId", invoice.get("invoiceId")).queryList()) {
                if (taxTypes.contains(item.getString("invoiceItemTypeId"))) {
                    tax = tax.add(line(item, UtilNumber.getBigDecimalScale("salestax.calc.decimals"),
                            UtilNumber.getRoundingMode("salestax.rounding")));
                } else {
                    total = total.add(line(item, scale(), rounding()));
                }
            }
            return total.add(tax.setScale(scale(), rounding())).setScale(scale(), rounding());
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Trouble getting InvoiceItem list", e);
        }
    }

    private static BigDecimal line(GenericValue item, int scale, RoundingMode rounding) {
        BigDecimal quantity = item.getBigDecimal("quantity") == null ? BigDecimal.ONE : item.getBigDecimal("quantity");
        BigDecimal amount = item.getBigDecimal("amount") == null ? BigDecimal.ZERO : item.getBigDecimal("amount");
        return quantity.multiply(amount).setScale(scale, rounding);
    }

    public static BigDecimal getInvoiceApplied(Delegator delegator, String invoiceId) {
        return getInvoiceApplied(invoice(delegator, invoiceId));
    }

    /** All applications whose payment is in effect by now, whatever the payment's status. */
    public static BigDecimal getInvoiceApplied(GenericValue invoice) {
        try {
            BigDecimal applied = BigDecimal.ZERO;
            for (GenericValue each : EntityQuery.use(invoice.getDelegator()).from("PaymentAndApplication")
                    .where(EntityCondition.makeCondition("invoiceId", invoice.get("invoiceId")),
                            EntityCondition.makeCondition(EntityCondition.makeCondition("effectiveDate", null), EntityOperator.OR, EntityCondition
                                    .makeCondition("effectiveDate", EntityOperator.LESS_THAN_EQUAL_TO, UtilDateTime.nowTimestamp()))).queryList()) {
                applied = applied.add(each.getBigDecimal("amountApplied")).setScale(scale(), rounding());
            }
            return applied;
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Trouble getting paymentApplicationlist", e);
        }
    }

    public static BigDecimal getInvoiceNotApplied(Delegator delegator, String invoiceId) {
        return getInvoiceNotApplied(invoice(delegator, invoiceId));
    }

    public static BigDecimal getInvoiceNotApplied(GenericValue invoice) {
        return getInvoiceTotal(invoice).subtract(getInvoiceApplied(invoice));
    }

    private static GenericValue invoice(Delegator delegator, String invoiceId) {
        try {
            GenericValue invoice = EntityQuery.use(delegator).from("Invoice").where("invoiceId", invoiceId).queryOne();
            if (invoice == null) {
                throw new IllegalArgumentException("The passed invoiceId [" + invoiceId + "] does not match an existing invoice");
            }
            return invoice;
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Problem getting Invoice", e);
        }
    }

    private static int scale() {
        return UtilNumber.getBigDecimalScale("invoice.decimals");
    }

    private static RoundingMode rounding() {
        return UtilNumber.getRoundingMode("invoice.rounding");
    }
}
