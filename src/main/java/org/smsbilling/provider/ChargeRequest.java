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
package org.smsbilling.provider;

import java.math.BigDecimal;

/**
 * One charge, complete.
 *
 * @param orderId ours, unique, at most 19 characters, begins with a letter
 * @param accountToken the gateway's token for a card or bank account; never printed
 * @param expiry MMYY, or null for bank accounts and tokens that hold it
 * @param methodType how it is paid
 * @param amount decimal units of the currency
 * @param currencyUomId ISO 4217
 * @param payerName or null
 * @param postalCode or null
 */
public record ChargeRequest(String orderId, String accountToken, String expiry, MethodType methodType, BigDecimal amount, String currencyUomId,
        String payerName, String postalCode) {

    /** A card, or a bank account of one of two kinds. */
    public enum MethodType { CARD, CHECKING, SAVINGS }

    @Override
    public String toString() {
        return "ChargeRequest[" + orderId + ", " + methodType + ", " + amount + " " + currencyUomId + "]";
    }
}
