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
import org.apache.ofbiz.accounting.payment.PaymentWorker
import org.apache.ofbiz.base.util.UtilDateTime
import org.apache.ofbiz.entity.GenericValue

Map createPayment() {
    GenericValue user = parameters.userLogin
    boolean own = user.partyId in [parameters.partyIdFrom, parameters.partyIdTo]
    if (!own && !security.hasEntityPermission('ACCOUNTING', '_CREATE', user) && !security.hasEntityPermission('PAY_INFO', '_CREATE', user)) {
        return error(label('AccountingUiLabels', 'AccountingCreatePaymentPermissionError'))
    }
    GenericValue payment = makeValue('Payment', parameters)
    payment.paymentId = payment.paymentId ?: delegator.getNextSeqId('Payment')
    payment.statusId = payment.statusId ?: 'PMNT_NOT_PAID'
    payment.effectiveDate = payment.effectiveDate ?: UtilDateTime.nowTimestamp()
    if (payment.paymentMethodId) {
        payment.paymentMethodTypeId = payment.getRelatedOne('PaymentMethod').paymentMethodTypeId
    }
    if (!payment.paymentMethodTypeId) {
        return error(label('AccountingUiLabels', 'AccountingPaymentMethodIdPaymentMethodTypeIdNullError'))
    }
    payment.create()
    return success([paymentId: payment.paymentId])
}

Map setPaymentStatus() {
    GenericValue payment = from('Payment').where(paymentId: parameters.paymentId).queryOne()
    if (!payment) {
        return error("No payment found with ID ${parameters.paymentId}")
    }
    String oldStatusId = payment.statusId
    if (oldStatusId != parameters.statusId) {
        if (from('StatusValidChange').where(statusId: oldStatusId, statusIdTo: parameters.statusId).queryCount() == 0) {
            return error(label('CommonUiLabels', 'CommonErrorNoStatusValidChange'))
        }
        if (parameters.statusId in ['PMNT_RECEIVED', 'PMNT_SENT'] && !payment.paymentMethodId) {
            return failure(label('AccountingUiLabels', 'AccountingMissingPaymentMethod', [statusId: parameters.statusId]))
        }
        if (parameters.statusId == 'PMNT_CONFIRMED' && PaymentWorker.getPaymentNotApplied(payment) != 0) {
            return failure(label('AccountingUiLabels', 'AccountingPSNotConfirmedNotFullyApplied'))
        }
    }
    if (parameters.statusId == 'PMNT_CANCELLED') {
        removeApplications(payment.paymentId)
    }
    payment.statusId = parameters.statusId
    payment.store()
    return success([oldStatusId: oldStatusId])
}

Map voidPayment() {
    GenericValue payment = from('Payment').where(paymentId: parameters.paymentId).queryOne()
    if (!payment) {
        return error("No payment found with ID ${parameters.paymentId}")
    }
    run(service: 'setPaymentStatus', with: [paymentId: payment.paymentId, statusId: 'PMNT_VOID'])
    from('PaymentApplication').where(paymentId: payment.paymentId).queryList().each {
        GenericValue invoice = from('Invoice').where(invoiceId: it.invoiceId).queryOne()
        if (invoice.statusId == 'INVOICE_PAID') {
            run(service: 'setInvoiceStatus', with: [invoiceId: invoice.invoiceId, statusId: 'INVOICE_READY'])
        }
        run(service: 'removePaymentApplication', with: [paymentApplicationId: it.paymentApplicationId])
    }
    return success([finAccountTransId: payment.finAccountTransId, statusId: 'FINACT_TRNS_CANCELED'])
}

private void removeApplications(String paymentId) {
    from('PaymentApplication').where(paymentId: paymentId).queryList().each {
        run(service: 'removePaymentApplication', with: [paymentApplicationId: it.paymentApplicationId])
    }
}

/** For an invoice the given amount does not count: it is the smaller of what invoice and payment have open, as in OFBiz. */
Map createPaymentApplication() {
    GenericValue payment = from('Payment').where(paymentId: parameters.paymentId).queryOne()
    if (!payment || !(parameters.invoiceId || parameters.billingAccountId || parameters.taxAuthGeoId || parameters.toPaymentId)) {
        return error(label('AccountingUiLabels', 'AccountingPaymentApplicationParameterMissing'))
    }
    GenericValue application = makeValue('PaymentApplication', parameters)
    if (parameters.invoiceId) {
        GenericValue invoice = from('Invoice').where(invoiceId: parameters.invoiceId).queryOne()
        if (!(invoice.currencyUomId in [payment.currencyUomId, payment.actualCurrencyUomId])) {
            return error(label('AccountingUiLabels', 'AccountingCurrenciesOfInvoiceAndPaymentNotCompatible'))
        }
        application.amountApplied = [InvoiceWorker.getInvoiceNotApplied(invoice), PaymentWorker.getPaymentNotApplied(payment)].min()
    }
    application.paymentApplicationId = delegator.getNextSeqId('PaymentApplication')
    application.create()
    return success([amountApplied: application.amountApplied, paymentApplicationId: application.paymentApplicationId,
            paymentTypeId: payment.paymentTypeId])
}

Map createPaymentAndApplication() {
    Map payment = run(service: 'createPayment', with: parameters)
    Map application = run(service: 'createPaymentApplication', with: parameters + [paymentId: payment.paymentId, amountApplied: parameters.amount])
    return success([paymentId: payment.paymentId, paymentApplicationId: application.paymentApplicationId])
}

/** Neither from a confirmed payment nor, because of a quirk of OFBiz, from an invoice that is PAID. */
Map removePaymentApplication() {
    GenericValue application = from('PaymentApplication').where(parameters).queryOne()
    if (!application) {
        return error(label('AccountingUiLabels', 'AccountingPaymentApplicationParameterMissing'))
    }
    if ('PMNT_CONFIRMED' in [application.paymentId, application.toPaymentId].findAll().collect { paymentStatus(it) }) {
        return error(label('AccountingUiLabels', 'AccountingPaymentApplicationCannotRemovedWithConfirmedStatus'))
    }
    if (application.invoiceId && from('Invoice').where(invoiceId: application.invoiceId).queryOne().statusId == 'INVOICE_PAID') {
        return error('The following required parameter is missing: [IN] [setInvoiceStatus.statusId]')
    }
    application.remove()
    return success(application.getAllFields().findAll { it.key != 'paymentApplicationId' })
}

private String paymentStatus(String paymentId) {
    return from('Payment').where(paymentId: paymentId).queryOne().statusId
}

Map checkPaymentInvoices() {
    for (GenericValue application : from('PaymentApplication').where(paymentId: parameters.paymentId).queryList()) {
        if (application.invoiceId) {
            run(service: 'checkInvoicePaymentApplications', with: [invoiceId: application.invoiceId])
        }
    }
    return success()
}
