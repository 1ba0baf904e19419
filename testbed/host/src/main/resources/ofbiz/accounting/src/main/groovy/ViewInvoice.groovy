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

import org.apache.ofbiz.accounting.invoice.InvoiceWorker

// What the overview of an invoice shows
context.invoice = parameters.invoiceId ? from('Invoice').where('invoiceId', parameters.invoiceId).queryOne() : null
if (invoice = context.invoice) {
    Closure name = { partyId ->
        def person = from('Person').where('partyId', partyId).queryOne()
        person ? [person.firstName, person.lastName].findAll().join(' ') : from('PartyGroup').where('partyId', partyId).queryOne()?.groupName ?: partyId
    }
    Closure status = { statusId -> from('StatusItem').where('statusId', statusId).queryOne()?.description ?: statusId }
    context.organization = name(invoice.partyIdFrom)
    context.customer = name(invoice.partyId)
    context.status = status(invoice.statusId)
    context.type = from('InvoiceType').where('invoiceTypeId', invoice.invoiceTypeId).queryOne()?.description ?: invoice.invoiceTypeId
    context.total = InvoiceWorker.getInvoiceTotal(invoice)
    context.applied = InvoiceWorker.getInvoiceApplied(invoice)
    context.open = InvoiceWorker.getInvoiceNotApplied(invoice)
    context.items = from('InvoiceItem').where('invoiceId', invoice.invoiceId).orderBy('invoiceItemSeqId').queryList()
    context.attributes = from('InvoiceAttribute').where('invoiceId', invoice.invoiceId).orderBy('attrName').queryList()
    context.statuses = from('InvoiceStatus').where('invoiceId', invoice.invoiceId).orderBy('statusDate').queryList()
            .collect { [date: it.statusDate, status: status(it.statusId)] }
    context.applications = from('PaymentApplication').where('invoiceId', invoice.invoiceId).orderBy('paymentApplicationId').queryList().collect {
        def payment = from('Payment').where('paymentId', it.paymentId).queryOne()
        [paymentId: it.paymentId, amount: it.amountApplied, date: payment?.effectiveDate, reference: payment?.paymentRefNum, status: status(payment?.statusId)]
    }
    context.payable = context.open > 0 && !(invoice.statusId in ['INVOICE_PAID', 'INVOICE_CANCELLED', 'INVOICE_WRITEOFF'])
            && security.hasEntityPermission('ACCOUNTING', '_UPDATE', userLogin)
}
