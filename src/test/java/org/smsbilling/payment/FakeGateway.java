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
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.ChargeRequest;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.RefundRequest;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.ReversalResult;
import org.smsbilling.provider.SettledCharge;
import org.smsbilling.provider.SettlementReport;

/** A gateway that says what a test tells it to say, and counts. */
public final class FakeGateway implements PaymentGateway {

    private final List<ChargeRequest> charges = new ArrayList<>();
    private final Deque<ChargeResult> answers = new ArrayDeque<>();
    private final Deque<ChargeResult> inquiries = new ArrayDeque<>();
    private final Map<String, ChargeResult> references = new HashMap<>();
    private final Deque<ReversalResult> reversals = new ArrayDeque<>();
    private final List<RefundRequest> refunds = new ArrayList<>();
    private final List<SettledCharge> settled = new ArrayList<>();
    private final List<ReturnedCharge> returned = new ArrayList<>();
    private SettlementReport settlement = SettlementReport.of(SettlementReport.Status.WAITING);
    private LocalDate settledDay;
    private boolean silent;
    private boolean confirmsVoids;
    private int voids;

    /** Forgets everything: charges are approved, inquiries stay silent, voids are not confirmed. */
    public synchronized void reset() {
        charges.clear();
        answers.clear();
        inquiries.clear();
        references.clear();
        reversals.clear();
        refunds.clear();
        settled.clear();
        silent = false;
        returned.clear();
        settlement = SettlementReport.of(SettlementReport.Status.WAITING);
        confirmsVoids = false;
        voids = 0;
    }

    public synchronized void willAnswer(ChargeResult result) {
        answers.add(result);
    }

    public synchronized void willSayWhenAsked(ChargeResult result) {
        inquiries.add(result);
    }

    /** What it says whenever it is asked by its own reference; it is silent about others. */
    synchronized void knows(String reference, ChargeResult result) {
        references.put(reference, result);
    }

    public synchronized void willConfirmVoids() {
        confirmsVoids = true;
    }

    public synchronized void willReverse(ReversalResult result) {
        reversals.add(result);
    }

    public synchronized void says(SettlementReport.Status status) {
        settlement = SettlementReport.of(status);
    }

    /** @param charges what the gateway settled on the one day that is asked about; nothing on others */
    public synchronized void settles(LocalDate day, SettledCharge... charges) {
        settledDay = day;
        settled.addAll(List.of(charges));
    }

    /** The lists of settled charges stay without an answer. */
    public synchronized void isSilentAboutDays() {
        silent = true;
    }

    public synchronized void returns(ReturnedCharge charge) {
        returned.add(charge);
    }

    synchronized List<RefundRequest> refunds() {
        return List.copyOf(refunds);
    }

    synchronized List<ChargeRequest> charges() {
        return List.copyOf(charges);
    }

    synchronized int voids() {
        return voids;
    }

    public static ChargeResult approved(String amount) {
        return new ChargeResult.Approved("REF" + amount, new BigDecimal(amount), "000", "Approval");
    }

    @Override
    public synchronized ChargeResult charge(MerchantAccount account, ChargeRequest request) {
        charges.add(request);
        return answers.isEmpty() ? approved(request.amount().setScale(2).toPlainString()) : answers.poll();
    }

    @Override
    public synchronized ChargeResult inquire(MerchantAccount account, String orderId) {
        return inquiries.isEmpty() ? new ChargeResult.NoAnswer("silent") : inquiries.poll();
    }

    @Override
    public synchronized ChargeResult inquireReference(MerchantAccount account, String reference, String orderId) {
        return references.getOrDefault(reference, new ChargeResult.NoAnswer("silent"));
    }

    @Override
    public synchronized boolean voidByOrderId(MerchantAccount account, String orderId) {
        voids++;
        return confirmsVoids;
    }

    @Override
    public synchronized SettlementReport settlement(MerchantAccount account, String reference) {
        return settlement;
    }

    @Override
    public synchronized ReversalResult voidCharge(MerchantAccount account, String reference) {
        voids++;
        return reversals.isEmpty() ? new ReversalResult.Done(reference) : reversals.poll();
    }

    @Override
    public synchronized ReversalResult refund(MerchantAccount account, RefundRequest request) {
        refunds.add(request);
        return reversals.isEmpty() ? new ReversalResult.Done("REFUND" + refunds.size()) : reversals.poll();
    }

    @Override
    public synchronized Optional<List<SettledCharge>> settled(MerchantAccount account, LocalDate day) {
        return silent ? Optional.empty() : Optional.of(day.equals(settledDay) ? List.copyOf(settled) : List.of());
    }

    @Override
    public synchronized Optional<List<ReturnedCharge>> returned(MerchantAccount account, LocalDate day) {
        return Optional.of(List.copyOf(returned));
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
