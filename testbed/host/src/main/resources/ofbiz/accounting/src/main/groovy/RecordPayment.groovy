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

import org.apache.ofbiz.service.ServiceUtil

// A payment that was made some other way, such as a check
def invoice = from('Invoice').where('invoiceId', parameters.invoiceId).queryOne()
BigDecimal amount = parameters.amount?.trim()?.isBigDecimal() ? parameters.amount.trim() as BigDecimal : 0
if (!invoice) {
    return error(label('AccountingUiLabels', 'AccountingInvoiceNotFound'))
}
if (amount <= 0) {
    return error(label('AccountingUiLabels', 'AccountingPaymentAmountNotValid'))
}
Map result = dispatcher.runSync('createPaymentAndApplication', [paymentTypeId: 'CUSTOMER_PAYMENT', paymentMethodTypeId: 'COMPANY_CHECK',
        partyIdFrom: invoice.partyId, partyIdTo: invoice.partyIdFrom, currencyUomId: invoice.currencyUomId, amount: amount, statusId: 'PMNT_RECEIVED',
        invoiceId: invoice.invoiceId, paymentRefNum: parameters.paymentRefNum ?: null, userLogin: userLogin, locale: locale])
return ServiceUtil.isSuccess(result) ? 'success' : error(ServiceUtil.getErrorMessage(result))
