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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Sums as OFBiz makes them. */
class InvoiceArithmeticTest {

    private static final InvoiceArithmetic OFBIZ = new InvoiceArithmetic(2, RoundingMode.HALF_UP, 3, RoundingMode.HALF_UP);

    @Test
    void eachLineIsRoundedByItself() {
        assertEquals(new BigDecimal("1.02"), OFBIZ.total(List.of(line("0.335", "1"), line("0.335", "1"), line("0.335", "1"))));
        assertEquals(new BigDecimal("1.01"), OFBIZ.total(List.of(line("0.335", "3"))));
    }

    @Test
    void aMissingQuantityIsOneAndAMissingAmountIsNothing() {
        assertEquals(new BigDecimal("12.50"), OFBIZ.total(List.of(line("12.5", null), line(null, "4"))));
        assertEquals(new BigDecimal("0.00"), OFBIZ.total(List.of()));
    }

    @Test
    void taxLinesAreRoundedFinerAndSummedByAuthority() {
        assertEquals(new BigDecimal("0.01"), OFBIZ.total(List.of(tax("0.0045", "UT", "COUNTY"), tax("0.0044", "UT", "COUNTY"))));
        assertEquals(new BigDecimal("0.02"), OFBIZ.total(List.of(tax("0.005", "UT", "COUNTY"), tax("0.005", "UT", "STATE"))));
        assertEquals(new BigDecimal("0.01"), OFBIZ.total(List.of(tax("0.005", null, "COUNTY"), tax("0.005", null, "STATE"))));
    }

    @Test
    void taxIsPartOfTheTotal() {
        assertEquals(new BigDecimal("107.25"), OFBIZ.total(List.of(line("100", "1"), tax("7.25", "NY", "STATE"))));
    }

    @Test
    void discountsAreLinesBelowZero() {
        assertEquals(new BigDecimal("89.99"), OFBIZ.total(List.of(line("99.99", "1"), line("-10", "1"))));
    }

    @Test
    void greatAmountsStayExact() {
        assertEquals(new BigDecimal("12345678.90"), OFBIZ.total(List.of(line("12345678.90", "1"))));
    }

    @Test
    void applicationsAreSummedAndAMissingAmountIsNothing() {
        assertEquals(new BigDecimal("30.01"), OFBIZ.applied(Arrays.asList(new BigDecimal("10.005"), null, new BigDecimal("20"))));
        assertEquals(new BigDecimal("0.00"), OFBIZ.applied(List.of()));
    }

    private static InvoiceLine line(String amount, String quantity) {
        return new InvoiceLine(false, quantity == null ? null : new BigDecimal(quantity), amount == null ? null : new BigDecimal(amount), null, null);
    }

    private static InvoiceLine tax(String amount, String party, String geo) {
        return new InvoiceLine(true, null, new BigDecimal(amount), party, geo);
    }
}
