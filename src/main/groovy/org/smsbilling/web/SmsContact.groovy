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

String partyId = parameters.customerPartyId ?: parameters.partyId
Map result = partyId ? dispatcher.runSync('getSmsContactProfile', [partyId: partyId, userLogin: userLogin, locale: locale, timeZone: timeZone]) : [:]
if (ServiceUtil.isSuccess(result)) {
    context.profile = result.profiles?.find { it.organizationPartyId == parameters.organizationPartyId && it.mayChange }
}
context.contactError = ServiceUtil.getErrorMessage(result) ?: UtilProperties.getMessage('SmsBillingContactLabels', 'SmsBillingProfileNothing', locale)
def person = partyId ? from('Person').where('partyId', partyId).queryOne() : null
def group = partyId ? from('PartyGroup').where('partyId', partyId).queryOne() : null
Map shown = [
    customerName: person ? [person.firstName, person.lastName].findAll().join(' ') : group?.groupName ?: partyId,
    administrator: security.hasEntityPermission('SMSBILLING', '_ADMIN', userLogin),
    roles: ['NONE', 'BESIDE', 'IN_PLACE'].collect {
        [code: it, name: UtilProperties.getMessage('SmsBillingContactLabels', 'SmsBillingRole_' + it, locale)]
    },
    languages: ['en', 'es', 'fr'].collect { [code: it, name: new Locale(it).getDisplayLanguage(locale)] },
    keyParameter: context.externalLoginKey ? '&externalLoginKey=' + context.externalLoginKey : '',
    csrfTokenName: CsrfUtil.tokenNameNonAjax,
    csrfTokens: ['saveSmsPreference', 'recordSmsConsent', 'markSmsNumberReachable', 'eraseSmsPersonalData']
            .collectEntries { [it, CsrfUtil.generateTokenForNonAjax(request, it)] }
]
context.putAll(shown)
