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

if (parameters.organizationPartyId) {
    // In a transaction of its own: a refusal is no failure of the page
    Map result = dispatcher.runSync('dryRunSmsReminders', [organizationPartyId: parameters.organizationPartyId, days: parameters.days ?: '7',
            userLogin: userLogin, locale: locale, timeZone: timeZone], 60, true)
    if (ServiceUtil.isSuccess(result)) {
        ['organizationName', 'lines', 'dayCounts', 'days', 'looked', 'total', 'next', 'nothingText', 'notReady'].each { context[it] = result[it] }
    } else {
        context.cyclesError = ServiceUtil.getErrorMessage(result)
    }
}
