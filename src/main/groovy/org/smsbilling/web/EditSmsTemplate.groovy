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
import org.apache.ofbiz.security.CsrfUtil
import org.apache.ofbiz.service.ServiceUtil

List<String> names = ['organizationPartyId', 'templateId', 'messageType', 'channel', 'localeString', 'defaultForType']
Map<String, String> asked = names.findAll { parameters[it] }.collectEntries { [it, parameters[it] as String] }
if (asked.organizationPartyId && security.hasEntityPermission('SMSBILLING', '_ADMIN', userLogin)) {
    Map result = dispatcher.runSync('getSmsTemplate', asked + [userLogin: userLogin, locale: locale, timeZone: timeZone])
    if (ServiceUtil.isSuccess(result)) {
        // After an error the form shows what was typed, over the version that it was typed over
        boolean refused = parameters._ERROR_MESSAGE_ || parameters._ERROR_MESSAGE_LIST_
        Map typed = refused ? ['templateName', 'subject', 'body', 'baseVersion'].findAll { parameters[it] instanceof String }
                .collectEntries { [it, parameters[it]] } : [:]
        context.template = result.template + typed
        context.ownText = UtilProperties.getMessage('SmsBillingTemplateLabels', 'SmsBillingTemplateOwnSince',
                [version: result.template.baseVersion], locale)
    } else {
        context.templateError = ServiceUtil.getErrorMessage(result)
    }
}
context.query = asked.collect { key, value -> key + '=' + URLEncoder.encode(value, 'UTF-8') }.join('&')
// The scripts fill these in
context.words = [useText: UtilProperties.getMessage('SmsBillingTemplateLabels', 'SmsBillingTemplateReplaceWith', [meant: '{meant}'], locale),
                 replaceText: UtilProperties.getMessage('SmsBillingTemplateLabels', 'SmsBillingTemplateReplace',
                         [character: '{character}', replacement: '{replacement}'], locale)]
context.csrfTokenName = CsrfUtil.tokenNameNonAjax
context.csrfTokens = ['saveSmsTemplate', 'resetSmsTemplate', 'restoreSmsTemplateVersion']
        .collectEntries { [it, CsrfUtil.generateTokenForNonAjax(request, it)] }
