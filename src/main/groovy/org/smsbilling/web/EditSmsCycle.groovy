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
import org.apache.ofbiz.base.util.UtilProperties
import org.apache.ofbiz.entity.util.EntityQuery
import org.apache.ofbiz.security.CsrfUtil
import org.apache.ofbiz.service.ServiceUtil

Closure words = { String key -> UtilProperties.getMessage('SmsBillingReminderLabels', key, locale) }
Closure types = { String entity, String id ->
    List rows = EntityQuery.use(delegator).from(entity).orderBy(id).cache().queryList()
    List named = rows.collect { [code: it.getString(id), name: it.getString('description') ?: it.getString(id)] }
    return [[code: '', name: words('SmsBillingCycleAny')]] + named
}

// In a transaction of its own: a refusal is no failure of the page
Map result = dispatcher.runSync('getSmsCollectionCycle',
        [cycleId: parameters.cycleId ?: '', userLogin: userLogin, locale: locale, timeZone: timeZone], 60, true)
if (ServiceUtil.isSuccess(result)) {
    context.organizationName = result.organizationName
    context.connected = result.connected
    parameters.organizationPartyId = result.organizationPartyId
    // After an error the form shows what was typed
    boolean refused = parameters._ERROR_MESSAGE_ || parameters._ERROR_MESSAGE_LIST_
    Closure typed = { Map stored -> stored.collectEntries { key, value -> [key, parameters[key] instanceof String ? parameters[key] : value] } }
    boolean step = refused && parameters.stepAnchor
    Map cycle = refused && !step ? typed(result.cycle) : result.cycle
    cycle.steps = cycle.steps.collect { step && it.stepId == parameters.stepId ? typed(it) : it }
    context.cycle = cycle
    Map empty = [stepId: '', stepAnchor: 'DUE_DATE', stepDays: '', stepSide: 'AFTER', communication: 'NONE', messageType: 'OVERDUE_GENTLE',
            templateId: '', emailTemplateSettingId: '', sendHour: '10', repeatEveryDays: '', repeatMaximum: '', lateFee: '', lateFeeAttribute: '']
    context.newStep = step && !parameters.stepId ? typed(empty) : empty
    context.templates = [[code: '', name: words('SmsBillingStepUsualTemplate')]] + EntityQuery.use(delegator).from('SmsTemplate')
            .where(organizationPartyId: result.organizationPartyId, disabledDate: null).orderBy('templateName').queryList()
            .collect { [code: it.templateId, name: "${it.templateName} (${it.channel}, ${it.localeString})".toString()] }
} else {
    context.cyclesError = ServiceUtil.getErrorMessage(result)
}
context.anchors = ['DUE_DATE', 'INVOICE_DATE', 'BILLING', 'PAYMENT'].collect { [code: it, name: words('SmsBillingStepAnchor_' + it)] }
context.sides = ['BEFORE', 'AFTER'].collect { [code: it, name: words('SmsBillingStepSide_' + it)] }
// SMS is offered only while the organization is connected
List<String> communications = context.connected ? ['NONE', 'EMAIL', 'SMS'] : ['NONE', 'EMAIL']
context.communications = communications.collect { [code: it, name: words('SmsBillingCommunication_' + it)] }
context.messageTypes = ['NEW_INVOICE', 'UPCOMING', 'DUE_TODAY', 'OVERDUE_GENTLE', 'OVERDUE_FIRM', 'OVERDUE_FINAL', 'RECEIPT']
        .collect { [code: it, name: words('SmsBillingReminderType_' + it)] }
context.hours = (0..23).collect { [code: it as String, name: String.format('%02d:00', it)] }
context.putAll([invoiceTypes: types('InvoiceType', 'invoiceTypeId'), itemTypes: types('InvoiceItemType', 'invoiceItemTypeId'),
    customerGroups: types('PartyClassificationGroup', 'partyClassificationGroupId'),
    emailSettings: types('EmailTemplateSetting', 'emailTemplateSettingId')])
context.emailSettings[0].name = words('SmsBillingStepInvoicePdf')
context.csrfTokenName = CsrfUtil.tokenNameNonAjax
context.csrfTokens = ['updateSmsCollectionCycle', 'removeSmsCollectionCycle', 'saveSmsCollectionStep', 'removeSmsCollectionStep']
        .collectEntries { [it, CsrfUtil.generateTokenForNonAjax(request, it)] }
