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
import org.apache.ofbiz.security.CsrfUtil
import org.apache.ofbiz.service.ServiceUtil

context.unclearPayments = []
if (security.hasEntityPermission('SMSBILLING', '_VIEW', userLogin)) {
    Map found = dispatcher.runSync('findUnclearSmsPayments', [userLogin: userLogin, locale: locale, timeZone: timeZone])
    if (ServiceUtil.isSuccess(found)) {
        context.unclearPayments = found.payments
    } else {
        context.listError = ServiceUtil.getErrorMessage(found)
    }
}
context.key = context.externalLoginKey ? '&externalLoginKey=' + context.externalLoginKey : ''
context.csrfTokenName = CsrfUtil.tokenNameNonAjax
context.csrfToken = CsrfUtil.generateTokenForNonAjax(request, 'decideUnclearSmsPayment')
