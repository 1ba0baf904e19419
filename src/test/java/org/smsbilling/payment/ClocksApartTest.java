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
package org.smsbilling.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.smsbilling.provider.ChargeRequest.MethodType;

/** A component whose clock is some seconds ahead of OFBiz's, which counts only payments of a time that has come. */
class ClocksApartTest extends PayingCase {

    @Test
    void whatIsApprovedIsPostedAtOnce() throws Exception {
        StartOutcome tap = start(token(), MethodType.CARD, PaymentOrder.Choice.all(new BigDecimal("100.00")));
        new PaymentProcessor(stage().delegator(), Clock.offset(stage().clock(), Duration.ofSeconds(5)), gateway()).resolveDue();
        assertEquals("POSTED", attempt(tap.attemptId()).getString("attemptState"));
        assertEquals("INVOICE_PAID", stage().delegator().findOne("Invoice", false, "invoiceId", invoiceId()).getString("statusId"));
    }
}
