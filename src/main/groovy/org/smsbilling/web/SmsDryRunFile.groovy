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

/** The whole dry run as a file for spreadsheets, written part after part. */
String writeFile() {
    Map result = part(null)
    boolean found = ServiceUtil.isSuccess(result)
    response.contentType = found ? 'text/csv;charset=UTF-8' : 'text/plain;charset=UTF-8'
    response.setHeader('Cache-Control', 'no-store')
    if (found) {
        response.setHeader('Content-Disposition', 'attachment; filename="sms-dry-run.csv"')
    }
    response.status = found ? 200 : 403
    writeFrom(result)
    return 'success'
}

void writeFrom(Map result) {
    boolean found = ServiceUtil.isSuccess(result)
    response.writer << (found ? result.csv : ServiceUtil.getErrorMessage(result) + '\n')
    if (found && result.next) {
        writeFrom(part(result.next))
    }
}

Map part(String position) {
    return parameters.organizationPartyId ? dispatcher.runSync('dryRunSmsReminders', [organizationPartyId: parameters.organizationPartyId,
            days: parameters.days ?: '7', position: position, userLogin: userLogin, locale: locale, timeZone: timeZone])
            : ServiceUtil.returnError('organizationPartyId is missing')
}
