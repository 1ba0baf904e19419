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

/** The dry run as a file for spreadsheets. */
String writeFile() {
    Map result = parameters.organizationPartyId ? dispatcher.runSync('dryRunSmsReminders', [organizationPartyId: parameters.organizationPartyId,
            days: parameters.days ?: '7', userLogin: userLogin, locale: locale, timeZone: timeZone]) : [:]
    response.contentType = result.csv ? 'text/csv;charset=UTF-8' : 'text/plain;charset=UTF-8'
    response.setHeader('Cache-Control', 'no-store')
    if (result.csv) {
        response.setHeader('Content-Disposition', 'attachment; filename="sms-dry-run.csv"')
    }
    response.status = result.csv ? 200 : 403
    response.writer << (result.csv ?: (ServiceUtil.getErrorMessage(result) ?: 'organizationPartyId is missing') + '\n')
    return 'success'
}
