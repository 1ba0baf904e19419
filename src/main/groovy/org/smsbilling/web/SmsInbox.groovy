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
import org.apache.ofbiz.security.CsrfUtil
import org.apache.ofbiz.service.ServiceUtil

List<String> states = ['OPEN', 'REVIEW', 'DONE', 'OPTED_OUT', 'ALL']
Map user = [userLogin: userLogin, locale: locale, timeZone: timeZone]
String state = states.contains(parameters.state) ? parameters.state : 'OPEN'
String search = parameters.search ?: ''
int page = parameters.page ==~ /[0-9]{1,3}/ ? parameters.page as Integer : 0
List<Map> choices = states.collect { [code: it, name: UtilProperties.getMessage('SmsBillingInboundLabels', 'SmsBillingConversation_' + it, locale)] }
context.putAll([state: state, search: search, page: page, states: choices, conversations: [], more: false])
if (security.hasEntityPermission('SMSBILLING', '_VIEW', userLogin)) {
    Map found = dispatcher.runSync('findSmsConversations', user + [state: state, search: search, page: page as String])
    if (ServiceUtil.isSuccess(found)) {
        context.conversations = found.conversations
        context.more = found.more
        context.openText = UtilProperties.getMessage('SmsBillingInboundLabels', 'SmsBillingOpenCount', [count: found.open as String], locale)
    } else {
        context.inboxError = ServiceUtil.getErrorMessage(found)
    }
    if (parameters.conversationId) {
        Map shown = dispatcher.runSync('getSmsConversation', user + [conversationId: parameters.conversationId])
        context.conversation = shown.conversation
        context.inboxError = ServiceUtil.isSuccess(shown) ? context.inboxError : ServiceUtil.getErrorMessage(shown)
    }
}
// After an error the clerk finds what was typed
context.typed = parameters._ERROR_MESSAGE_ || parameters._ERROR_MESSAGE_LIST_ ? parameters.replyText : ''
context.key = context.externalLoginKey ? '&externalLoginKey=' + context.externalLoginKey : ''
context.csrfTokenName = CsrfUtil.tokenNameNonAjax
context.csrfTokens = ['answerSmsConversation', 'moveSmsConversation', 'optOutSmsConversation']
        .collectEntries { [it, CsrfUtil.generateTokenForNonAjax(request, it)] }
