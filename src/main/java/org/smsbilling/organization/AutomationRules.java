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
package org.smsbilling.organization;

/**
 * What an organization texts by itself.
 *
 * @param invoiceTrigger the status by which a new invoice is texted: NONE, INVOICE_READY, INVOICE_APPROVED or INVOICE_SENT
 * @param invoiceMaxAgeDays invoices dated longer ago are not texted by themselves
 * @param receiptOnline whether online payments are thanked for
 * @param receiptManual receipts for payments recorded by hand: OFF, ASK or AUTOMATIC
 * @param failedPayment whether failed and returned payments are told
 * @param catchUpDays how many days back missed reminders are caught up
 * @param digest whether several due invoices of a customer go into one text
 */
public record AutomationRules(String invoiceTrigger, int invoiceMaxAgeDays, boolean receiptOnline, String receiptManual, boolean failedPayment,
        int catchUpDays, boolean digest) {

    static AutomationRules of(SettingsFields fields) {
        return new AutomationRules(fields.or("invoiceTrigger", "NONE"), fields.number("invoiceMaxAgeDays", 7), fields.on("receiptOnline", true),
                fields.or("receiptManual", "ASK"), fields.on("failedPaymentEnabled", true), fields.number("catchUpDays", 3),
                fields.on("digestEnabled", true));
    }
}
