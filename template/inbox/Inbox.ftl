<#--
  Licensed under the Apache License, Version 2.0 (the "License");
  you may not use this file except in compliance with the License.
  You may obtain a copy of the License at

  http://www.apache.org/licenses/LICENSE-2.0

  Unless required by applicable law or agreed to in writing,
  software distributed under the License is distributed on an
  "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY
  KIND, either express or implied.  See the License for the
  specific language governing permissions and limitations
  under the License.
-->
<#macro hidden target="">
    <input type="hidden" name="state" value="${state}"/>
    <#if search?has_content><input type="hidden" name="search" value="${search}"/></#if>
    <#if target?has_content>
        <input type="hidden" name="conversationId" value="${conversation.conversationId}"/>
        <#if csrfTokens[target]?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfTokens[target]}"/></#if>
    </#if>
</#macro>
<#assign asked = "state=" + state + "&search=" + search?url("UTF-8")/>
<div id="smsb" class="smsb smsb-inbox<#if conversation??> smsb-reading</#if>" data-user-login-id="${userLogin.userLoginId}"
        data-external-login-key="${externalLoginKey!}" data-page="<@ofbizUrl>SmsInbox</@ofbizUrl>"
        data-text-signed-out="${uiLabelMap.SmsBillingSignedOut}" data-text-unreachable="${uiLabelMap.SmsBillingUnreachable}"
        data-text-failed="${uiLabelMap.SmsBillingRequestFailed}" data-text-less-than="${uiLabelMap.SmsBillingLessThan}">
    <#if inboxError?has_content><p class="smsb-error" role="alert">${inboxError}</p></#if>
    <section class="smsb-conversations" aria-labelledby="smsb-conversations-title">
        <h1 id="smsb-conversations-title" class="h1">${uiLabelMap.SmsBillingInbox} <span class="smsb-aside">${openText!}</span></h1>
        <form method="get" action="<@ofbizUrl>SmsInbox</@ofbizUrl>" class="smsb-find" role="search">
            <label for="smsb-state">${uiLabelMap.SmsBillingFilter}</label>
            <select id="smsb-state" name="state">
                <#list states as one><option value="${one.code}"<#if one.code == state> selected="selected"</#if>>${one.name}</option></#list>
            </select>
            <label for="smsb-search">${uiLabelMap.SmsBillingSearch}</label>
            <input type="search" id="smsb-search" name="search" value="${search}" maxlength="60" autocomplete="off"/>
            <button type="submit" class="smsb-button">${uiLabelMap.SmsBillingFind}</button>
        </form>
        <#if conversations?has_content>
        <ul class="smsb-list" aria-label="${uiLabelMap.SmsBillingConversations}">
            <#list conversations as one>
            <li<#if (conversation.conversationId)! == one.conversationId> class="smsb-current"</#if>>
                <a href="<@ofbizUrl>SmsInbox?conversationId=${one.conversationId?url('UTF-8')}&amp;${StringUtil.wrapString(asked)}</@ofbizUrl>#smsb-conversation"
                        <#if (conversation.conversationId)! == one.conversationId>aria-current="true"</#if>>
                    <span class="smsb-who">${one.customerName}</span>
                    <span class="smsb-state smsb-is-${one.conversationState?lower_case}">${one.stateText}</span>
                    <#if one.needsReview><span class="smsb-state smsb-review">${uiLabelMap.SmsBillingConversation_REVIEW}</span></#if>
                    <span class="smsb-when">${one.number} · ${one.organizationName}<br/>${one.lastDateText}</span>
                    <span class="smsb-last">${one.lastText}</span>
                </a>
            </li>
            </#list>
        </ul>
        <#else>
        <p class="smsb-empty">${uiLabelMap.SmsBillingInboxEmpty}</p>
        </#if>
        <p class="smsb-pages">
            <#if (page > 0)><a href="<@ofbizUrl>SmsInbox?page=${(page - 1)?c}&amp;${StringUtil.wrapString(asked)}</@ofbizUrl>"
                >&larr; ${uiLabelMap.SmsBillingLaterConversations}</a></#if>
            <#if more><a href="<@ofbizUrl>SmsInbox?page=${(page + 1)?c}&amp;${StringUtil.wrapString(asked)}</@ofbizUrl>"
                >${uiLabelMap.SmsBillingEarlierConversations} &rarr;</a></#if>
        </p>
    </section>
    <#if conversation??>
    <#include "component://smsbilling/template/inbox/Conversation.ftl"/>
    <#elseif conversations?has_content>
    <p class="smsb-choose">${uiLabelMap.SmsBillingInboxChoose}</p>
    </#if>
</div>
