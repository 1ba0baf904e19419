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

/** What is kept of the texts of a party, as a file. */
String writeExport() {
    Map result = parameters.organizationPartyId && parameters.partyId ? dispatcher.runSync('exportSmsPersonalData',
            [organizationPartyId: parameters.organizationPartyId, partyId: parameters.partyId, userLogin: userLogin, locale: locale]) : [:]
    response.status = result.json ? 200 : 403
    response.contentType = result.json ? 'application/json;charset=UTF-8' : 'text/plain;charset=UTF-8'
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Disposition', 'attachment; filename="sms-data.json"')
    response.writer << (result.json ?: ServiceUtil.getErrorMessage(result) ?: 'organizationPartyId or partyId is missing')
    return 'success'
}
