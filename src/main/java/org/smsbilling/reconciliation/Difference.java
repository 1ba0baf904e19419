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
package org.smsbilling.reconciliation;

import java.math.BigDecimal;

/**
 * One thing that gateway and OFBiz do not agree about.
 *
 * @param reference of the gateway, or empty
 * @param orderId ours, or empty
 * @param charge what OFBiz knows of it, or null
 * @param gatewayAmount decimal units, or null
 * @param ofbizAmount decimal units, or null
 */
record Difference(DifferenceKind kind, String reference, String orderId, BookedCharge charge, BigDecimal gatewayAmount, BigDecimal ofbizAmount) {

    static Difference of(DifferenceKind kind, BookedCharge charge, BigDecimal gatewayAmount) {
        return new Difference(kind, charge.reference(), charge.orderId(), charge, gatewayAmount, charge.standing());
    }
}
