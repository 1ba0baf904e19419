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
import org.apache.ofbiz.base.util.Debug
import org.apache.ofbiz.service.GenericServiceException
import org.apache.ofbiz.service.ServiceUtil

// A guest on the profile: in a transaction of its own, so that no failure of ours is one of the page
context.profiles = []
if (parameters.partyId) {
    try {
        Map result = dispatcher.runSync('getSmsContactProfile', [partyId: parameters.partyId, userLogin: userLogin, locale: locale], 10, true)
        if (ServiceUtil.isSuccess(result)) {
            context.profiles = result.profiles
        }
    } catch (GenericServiceException e) {
        Debug.logError(e, 'The party profile shows nothing about SMS', 'PartySms')
    }
}
String key = context.externalLoginKey ? '&externalLoginKey=' + context.externalLoginKey : ''
context.editBase = '/smsbilling/control/SmsContact?partyId=' + URLEncoder.encode(parameters.partyId ?: '', 'UTF-8') + key
