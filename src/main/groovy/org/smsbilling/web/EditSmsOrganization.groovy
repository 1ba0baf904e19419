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
import java.time.ZoneId

import org.apache.ofbiz.base.util.UtilProperties
import org.apache.ofbiz.security.CsrfUtil
import org.apache.ofbiz.service.ServiceUtil

String organizationPartyId = parameters.organizationPartyId
if (organizationPartyId && security.hasEntityPermission('SMSBILLING', '_ADMIN', userLogin)) {
    Map result = dispatcher.runSync('getSmsOrganization',
            [organizationPartyId: organizationPartyId, userLogin: userLogin, locale: locale, timeZone: timeZone])
    if (ServiceUtil.isSuccess(result)) {
        // After an error the form shows what was typed, but never a secret
        boolean refused = parameters._ERROR_MESSAGE_ || parameters._ERROR_MESSAGE_LIST_
        context.settings = result.settings.collectEntries { key, value ->
            [key, refused && parameters[key] instanceof String ? parameters[key] : value]
        }
        context.disconnectConfirm = UtilProperties.getMessage('SmsBillingUiLabels', 'SmsBillingDisconnectConfirm',
                [organization: result.settings.organizationName ?: organizationPartyId], locale)
        Map ends = dispatcher.runSync('getSmsDisconnectConsequences',
                [organizationPartyId: organizationPartyId, userLogin: userLogin, locale: locale])
        context.consequences = ServiceUtil.isSuccess(ends) ? ends : null
        ['twilioAuthToken', 'cardPassword'].each { secret ->
            String setOn = result.settings[secret + 'SetText']
            context[secret + 'Set'] = setOn
                    ? UtilProperties.getMessage('SmsBillingUiLabels', 'SmsBillingSecretSetOn', [date: setOn], locale)
                    : UtilProperties.getMessage('SmsBillingUiLabels', 'SmsBillingSecretSet', locale)
        }
    } else {
        context.settingsError = ServiceUtil.getErrorMessage(result)
    }
}
context.timeZones = ZoneId.availableZoneIds.findAll { it ==~ /(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/.*/ }
        .sort().collect { [code: it, name: it.replace('_', ' ')] }
context.countries = Locale.ISOCountries.collect { [code: it, name: new Locale('', it).getDisplayCountry(locale)] }.sort { it.name }
context.languages = ['en', 'es', 'fr'].collect { [code: it, name: new Locale(it).getDisplayLanguage(locale)] }
Closure choices = { String name, List<String> codes ->
    codes.collect { [code: it, name: UtilProperties.getMessage('SmsBillingUiLabels', "SmsBilling${name}_${it}", locale)] }
}
context.partialApprovals = choices('PartialApproval', ['VOID', 'APPLY'])
context.payPageChecks = choices('PayPageCheck', ['NONE', 'POSTAL_CODE', 'ONE_TIME_CODE'])
context.hours = (0..24).collect { [code: it as String, name: String.format('%02d:00', it)] }

List<String> requests = ['connectSmsOrganization', 'connectSmsCardProcessor', 'updateSmsOrganization', 'disconnectSmsOrganization']
context.csrfTokenName = CsrfUtil.tokenNameNonAjax
context.csrfTokens = requests.collectEntries { [it, CsrfUtil.generateTokenForNonAjax(request, it)] }
