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
package org.smsbilling.event;

/** What can happen in the business that texts, cancels or closes something. */
public enum EventKind {
    /** An invoice got another status. */
    INVOICE_STATUS,
    /** An invoice was made that is not in process: it has got its status with it, or rows were copied into the database. */
    INVOICE_CREATED,
    /** An invoice, or its terms, changed: its due date may be another. */
    INVOICE_CHANGED,
    /** A payment was applied to an invoice, an application was taken away, or the payment got another status. */
    PAYMENT_APPLIED,
    /** An attempt to pay online was declined. */
    PAYMENT_FAILED,
    /** An automatic charge was declined: a PaymentGatewayResponse. */
    CHARGE_DECLINED,
    /** The bank took a payment back. */
    PAYMENT_RETURNED,
    /** A step of a cycle is to be mailed: at billing, or for a payment. */
    MAIL_DUE,
    /** A customer asked for a fresh link who can be mailed alone. */
    FRESH_LINK_DUE
}
