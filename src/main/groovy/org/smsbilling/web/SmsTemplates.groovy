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
import org.apache.ofbiz.service.ServiceUtil

String resource = 'SmsBillingTemplateLabels'
Closure query = { Map row ->
    Map values = [organizationPartyId: parameters.organizationPartyId, messageType: row.messageType, channel: row.channel,
                  localeString: row.localeString]
    if (row.templateId) {
        values.templateId = row.templateId
    }
    values.collect { key, value -> key + '=' + URLEncoder.encode(value, 'UTF-8') }.join('&')
}
Closure language = { String code -> Locale.forLanguageTag(code.replace('_', '-')).getDisplayName(locale) }

if (parameters.organizationPartyId && security.hasEntityPermission('SMSBILLING', '_ADMIN', userLogin)) {
    Map result = dispatcher.runSync('findSmsTemplates',
            [organizationPartyId: parameters.organizationPartyId, userLogin: userLogin, locale: locale, timeZone: timeZone])
    if (ServiceUtil.isSuccess(result)) {
        List<String> languages = ['en', 'es', 'fr']
        List<Map> rows = result.templates.collect { row ->
            row + [query: query(row), versionText: row.own ? UtilProperties.getMessage(resource, 'SmsBillingTemplateVersionShort',
                    [version: row.version as String, time: row.changedText, user: row.changedBy], locale) : '']
        }
        Closure byType = { String channel ->
            rows.findAll { it.channel == channel && it.usual && it.localeString in languages }.groupBy { it.messageType }.collect { type, cells ->
                [messageType: type, typeText: cells[0].typeText, cells: languages.collect { code -> cells.find { it.localeString == code } }]
            }
        }
        context.smsTypes = byType('SMS')
        context.mailTypes = byType('EMAIL')
        context.further = rows.findAll { !it.usual || !(it.localeString in languages) }
        context.types = context.smsTypes.collect { [code: it.messageType, name: it.typeText] }
        context.languages = languages.collect { [code: it, name: language(it)] }
    } else {
        context.templatesError = ServiceUtil.getErrorMessage(result)
    }
}
Map group = delegator.findOne('PartyGroup', [partyId: parameters.organizationPartyId], false)
context.organizationName = group?.groupName ?: parameters.organizationPartyId
context.channels = [[code: 'SMS', name: UtilProperties.getMessage(resource, 'SmsBillingTemplateTexts', locale)],
                    [code: 'EMAIL', name: UtilProperties.getMessage(resource, 'SmsBillingTemplateMails', locale)]]
context.uses = [[code: 'N', name: UtilProperties.getMessage(resource, 'SmsBillingTemplateUseNamed', locale)],
                [code: 'Y', name: UtilProperties.getMessage(resource, 'SmsBillingTemplateUseUsual', locale)]]
List<String> regions = ['de_AT', 'de_CH', 'en_AU', 'en_CA', 'en_GB', 'en_US', 'es_MX', 'es_US', 'fr_CA', 'fr_CH', 'pt_BR', 'pt_PT', 'zh_CN', 'zh_TW']
context.allLanguages = (Locale.ISOLanguages.findAll { language(it) != it } + regions).collect { [code: it, name: language(it)] }
        .sort { it.name }.sort { it.code in ['en', 'es', 'fr'] ? 0 : 1 }
