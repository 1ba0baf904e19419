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
import org.apache.ofbiz.accounting.payment.PaymentWorker

// What the overview of a payment shows
context.payment = parameters.paymentId ? from('Payment').where('paymentId', parameters.paymentId).queryOne() : null
if (payment = context.payment) {
    context.status = from('StatusItem').where('statusId', payment.statusId).queryOne()?.description ?: payment.statusId
    context.type = from('PaymentType').where('paymentTypeId', payment.paymentTypeId).queryOne()?.description ?: payment.paymentTypeId
    context.notApplied = PaymentWorker.getPaymentNotApplied(payment)
    context.applications = from('PaymentApplication').where('paymentId', payment.paymentId).orderBy('paymentApplicationId').queryList()
}
