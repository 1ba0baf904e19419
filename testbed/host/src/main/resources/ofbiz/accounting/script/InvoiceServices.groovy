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
import java.math.RoundingMode
import org.apache.ofbiz.accounting.invoice.InvoiceWorker
import org.apache.ofbiz.accounting.util.UtilAccounting
import org.apache.ofbiz.base.util.UtilDateTime
import org.apache.ofbiz.entity.GenericValue

Map acctgPermissionCheck() {
    return run(service: 'genericBasePermissionCheck', with: parameters + [primaryPermission: 'ACCOUNTING', mainAction: parameters.mainAction ?: 'VIEW'])
}

Map checkInvoiceStatusInProgress() {
    GenericValue invoice = from('Invoice').where(parameters).queryOne()
    return success([hasPermission: invoice?.statusId == 'INVOICE_IN_PROCESS'])
}

/** As in OFBiz, the customer's preferred currency wins over the one that is given. */
Map createInvoice() {
    GenericValue invoice = makeValue('Invoice', parameters)
    invoice.invoiceId = invoice.invoiceId ?: nextInvoiceId(invoice.partyIdFrom)
    invoice.currencyUomId = from('Party').where(parameters).queryOne()?.preferredCurrencyUomId ?: invoice.currencyUomId
    invoice.create()
    run(service: 'createInvoiceStatus', with: [invoiceId: invoice.invoiceId, statusId: invoice.statusId])
    return success([invoiceId: invoice.invoiceId])
}

private String nextInvoiceId(String partyIdFrom) {
    GenericValue preference = from('PartyAcctgPreference').where(partyId: partyIdFrom).queryOne()
    return (preference?.invoiceIdPrefix ?: '') + delegator.getNextSeqId('Invoice')
}

/** Copies are in process, have the dates of the invoice that they are copied from, and recur themselves: OFBiz's quirk. */
Map autoGenerateInvoiceFromExistingInvoice() {
    from('Invoice').where(recurrenceInfoId: parameters.recurrenceInfoId).queryList().each { invoice ->
        String copyId = run(service: 'createInvoice', with: [*: invoice.getAllFields(), statusId: 'INVOICE_IN_PROCESS', invoiceId: null]).invoiceId
        from('InvoiceItem').where(invoiceId: invoice.invoiceId).queryList().each { item ->
            run(service: 'createInvoiceItem', with: [*: item.getAllFields(), invoiceId: copyId])
        }
    }
    return success()
}

Map updateInvoice() {
    GenericValue invoice = from('Invoice').where(parameters).queryOne()
    Map changes = parameters.findAll { it.key != 'statusId' }
    invoice.setNonPKFields(changes, false)
    invoice.store()
    return success()
}

Map setInvoiceStatus() {
    GenericValue invoice = from('Invoice').where(parameters).queryOne()
    if (!invoice) {
        return error(label('AccountingUiLabels', 'AccountingInvoiceNotFound', parameters))
    }
    Map outcome = [oldStatusId: invoice.statusId, invoiceTypeId: invoice.invoiceTypeId]
    if (invoice.statusId == parameters.statusId) {
        return success(outcome)
    }
    if (from('StatusValidChange').where(statusId: invoice.statusId, statusIdTo: parameters.statusId).queryCount() == 0) {
        return error(label('AccountingUiLabels', 'AccountingPSInvalidStatusChange'))
    }
    if (parameters.statusId == 'INVOICE_PAID' && InvoiceWorker.getInvoiceNotApplied(invoice) != 0) {
        return error(label('AccountingUiLabels', 'AccountingInvoiceCannotChangeStatusToPaid'))
    }
    // OFBiz stamps paidDate on every change but the one to READY
    invoice.paidDate = parameters.statusId == 'INVOICE_READY' ? null : parameters.paidDate ?: UtilDateTime.nowTimestamp()
    invoice.statusId = parameters.statusId
    invoice.store()
    run(service: 'createInvoiceStatus', with: [invoiceId: invoice.invoiceId, statusId: invoice.statusId, statusDate: parameters.statusDate])
    return success(outcome)
}

Map cancelInvoice() {
    GenericValue invoice = from('Invoice').where(parameters).queryOne()
    if (!invoice) {
        return error(label('AccountingUiLabels', 'AccountingInvoiceNotFound', parameters))
    }
    from('PaymentApplication').where(invoiceId: invoice.invoiceId).queryList().each {
        GenericValue payment = it.getRelatedOne('Payment')
        if (payment.statusId == 'PMNT_CONFIRMED') {
            run(service: 'setPaymentStatus', with: [paymentId: payment.paymentId,
                    statusId: UtilAccounting.isReceipt(payment) ? 'PMNT_RECEIVED' : 'PMNT_SENT'])
        }
        run(service: 'removePaymentApplication', with: [paymentApplicationId: it.paymentApplicationId])
    }
    return success([invoiceTypeId: invoice.invoiceTypeId])
}

Map createInvoiceItem() {
    GenericValue item = makeValue('InvoiceItem', parameters)
    if (!item.invoiceItemSeqId) {
        delegator.setNextSubSeqId(item, 'invoiceItemSeqId', 5, 1)
    }
    if (item.amount == null) {
        return error(label('AccountingUiLabels', 'AccountingInvoiceAmountIsMandatory'))
    }
    item.create()
    return success([invoiceItemSeqId: item.invoiceItemSeqId])
}

/** Counts received and sent payments only and, of several applications of one payment, only the last: OFBiz's quirk. */
Map checkInvoicePaymentApplications() {
    GenericValue invoice = from('Invoice').where(parameters).queryOne()
    if (invoice.statusId != 'INVOICE_READY') {
        return success()
    }
    List<GenericValue> counting = from('PaymentAndApplication').where(invoiceId: invoice.invoiceId).queryList().findAll {
        it.statusId == 'PMNT_RECEIVED' && UtilAccounting.isReceipt(it) || it.statusId == 'PMNT_SENT' && UtilAccounting.isDisbursement(it)
    }
    Map<String, BigDecimal> byPayment = counting.collectEntries { [(it.paymentId): it.amountApplied] }
    BigDecimal paid = byPayment.values().inject(0.00G) { sum, amount -> (sum + (amount ?: 0)).setScale(2, RoundingMode.HALF_UP) }
    if (paid > 0 && paid >= InvoiceWorker.getInvoiceTotal(invoice)) {
        Map result = dispatcher.runSync('setInvoiceStatus', [invoiceId: invoice.invoiceId, statusId: 'INVOICE_PAID',
                paidDate: counting*.effectiveDate.findAll().max(), userLogin: parameters.userLogin])
        if (result.responseMessage == 'error') {
            return error(label('AccountingUiLabels', 'AccountingProblemChangingInvoiceStatusTo', [newStatus: 'INVOICE_PAID']))
        }
    }
    return success()
}
