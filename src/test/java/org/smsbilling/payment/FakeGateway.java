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

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.ChargeRequest;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;

/** A gateway that says what a test tells it to say, and counts. */
final class FakeGateway implements PaymentGateway {

    final List<ChargeRequest> charges = Collections.synchronizedList(new ArrayList<>());
    final Deque<ChargeResult> answers = new ArrayDeque<>();
    final Deque<ChargeResult> inquiries = new ArrayDeque<>();
    volatile boolean voids;
    int asked;
    int voided;

    static ChargeResult approved(String amount) {
        return new ChargeResult.Approved("REF" + amount, new BigDecimal(amount), "000", "Approval");
    }

    @Override
    public synchronized ChargeResult charge(MerchantAccount account, ChargeRequest request) {
        charges.add(request);
        return answers.isEmpty() ? approved(request.amount().setScale(2).toPlainString()) : answers.poll();
    }

    @Override
    public synchronized ChargeResult inquire(MerchantAccount account, String orderId) {
        asked++;
        return inquiries.isEmpty() ? new ChargeResult.NoAnswer("silent") : inquiries.poll();
    }

    @Override
    public boolean voidByOrderId(MerchantAccount account, String orderId) {
        voided++;
        return voids;
    }

    @Override
    public AccountCheck check(MerchantAccount account) {
        return AccountCheck.ok();
    }

    @Override
    public URI tokenizer(MerchantAccount account, ChargeRequest.MethodType methodType) {
        return URI.create("https://tokens.example/frame");
    }
}
