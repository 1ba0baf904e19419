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

/** Figures of an organization as plain text. A program reads the status: 400 no organization, 403 not for this login, 404 nothing to tell. */
String writeMetrics() {
    String organizationPartyId = parameters.organizationPartyId
    if (!organizationPartyId) {
        return write(400, 'organizationPartyId is missing\n')
    }
    Map result = dispatcher.runSync('getSmsHealthMetrics',
            [organizationPartyId: organizationPartyId, userLogin: userLogin, locale: locale, timeZone: timeZone])
    return ServiceUtil.isSuccess(result) ? write(200, result.metrics) : write(result.httpStatus ?: 500, ServiceUtil.getErrorMessage(result) + '\n')
}

private String write(int status, String text) {
    response.contentType = 'text/plain;charset=UTF-8'
    response.setHeader('Cache-Control', 'no-store')
    response.status = status
    response.writer << text
    return 'success'
}
