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

// A guest on the invoice page: in a transaction of its own, so that no failure of ours is one of the page
context.smsOverview = [shown: false]
if (parameters.invoiceId) {
    try {
        Map result = dispatcher.runSync('getInvoiceSmsOverview', [invoiceId: parameters.invoiceId, userLogin: userLogin, locale: locale], 10, true)
        if (ServiceUtil.isSuccess(result)) {
            context.smsOverview = result.overview
        }
        // Nothing is shown to who does not work for the organization; asking would log an error at each look
        if (context.smsOverview.shown) {
            Map reminders = dispatcher.runSync('getInvoiceSmsReminders',
                    [invoiceId: parameters.invoiceId, userLogin: userLogin, locale: locale], 10, true)
            context.smsReminders = ServiceUtil.isSuccess(reminders) ? reminders.reminders : null
            Map thanks = dispatcher.runSync('getSmsInvoiceThanks', [invoiceId: parameters.invoiceId, userLogin: userLogin, locale: locale], 10, true)
            context.smsThanks = ServiceUtil.isSuccess(thanks) ? thanks.thanks : null
        }
    } catch (GenericServiceException e) {
        Debug.logError(e, 'The invoice page shows nothing about SMS', 'InvoiceSmsPanel')
    }
}
