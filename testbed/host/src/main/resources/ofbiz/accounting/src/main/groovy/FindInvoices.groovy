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
import org.apache.ofbiz.entity.condition.EntityCondition
import org.apache.ofbiz.entity.condition.EntityOperator

// The latest invoices, narrowed by what was asked for
List<EntityCondition> conditions = []
if (parameters.statusId) {
    conditions << EntityCondition.makeCondition('statusId', parameters.statusId)
}
if (parameters.findText) {
    conditions << EntityCondition.makeCondition([EntityCondition.makeCondition('invoiceId', EntityOperator.LIKE, "%${parameters.findText}%".toString()),
            EntityCondition.makeCondition('partyId', EntityOperator.LIKE, "%${parameters.findText}%".toString())], EntityOperator.OR)
}
Map names = [:].withDefault { partyId ->
    def person = from('Person').where('partyId', partyId).queryOne()
    person ? [person.firstName, person.lastName].findAll().join(' ') : from('PartyGroup').where('partyId', partyId).queryOne()?.groupName ?: partyId
}
def query = from('Invoice')
if (conditions) {
    query.where(conditions)
}
context.statuses = from('StatusItem').where('statusTypeId', 'INVOICE_STATUS').orderBy('sequenceId').queryList()
Map statusNames = context.statuses.collectEntries { [it.statusId, it.description] }
context.invoices = query.orderBy('-invoiceDate', '-invoiceId').maxRows(200).queryList().collect { invoice ->
    [invoiceId: invoice.invoiceId, date: invoice.invoiceDate, dueDate: invoice.dueDate, status: statusNames[invoice.statusId] ?: invoice.statusId,
     partyId: invoice.partyId, customer: names[invoice.partyId], organization: names[invoice.partyIdFrom], currency: invoice.currencyUomId,
     total: InvoiceWorker.getInvoiceTotal(invoice), open: InvoiceWorker.getInvoiceNotApplied(invoice)]
}
