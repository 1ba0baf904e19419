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
<section class="smsb-conversation" id="smsb-conversation" tabindex="-1" aria-labelledby="smsb-conversation-title" data-conversation-id="${conversation.conversationId}">
    <p class="smsb-back"><a href="<@ofbizUrl>SmsInbox?${StringUtil.wrapString(asked)}</@ofbizUrl>">&larr; ${uiLabelMap.SmsBillingBackToInbox}</a></p>
    <header class="smsb-conversation-head">
        <h2 id="smsb-conversation-title" class="h2">${conversation.customerName}
            <span class="smsb-state smsb-is-${conversation.conversationState?lower_case}">${conversation.stateText}</span></h2>
        <#if conversation.maySend>
        <div class="smsb-moves">
            <form method="post" action="<@ofbizUrl>moveSmsConversation</@ofbizUrl>">
                <@hidden "moveSmsConversation"/>
                <#if conversation.conversationState == "OPEN">
                <input type="hidden" name="conversationState" value="DONE"/>
                <button type="submit" class="smsb-button" data-smsb-done>${uiLabelMap.SmsBillingMarkDone}</button>
                <#else>
                <input type="hidden" name="conversationState" value="OPEN"/>
                <button type="submit" class="smsb-button" data-smsb-open>${uiLabelMap.SmsBillingMarkOpen}</button>
                </#if>
            </form>
            <#if !conversation.optedOut>
            <form method="post" action="<@ofbizUrl>optOutSmsConversation</@ofbizUrl>">
                <@hidden "optOutSmsConversation"/>
                <button type="submit" class="smsb-button smsb-danger" data-smsb-opt-out title="${uiLabelMap.SmsBillingOptOutExplain}"
                    >${uiLabelMap.SmsBillingOptOut}</button>
            </form>
            </#if>
        </div>
        </#if>
    </header>
    <#if conversation.needsReview>
    <p class="smsb-notice"><#if (conversation.lastIntent!) == "WRONG_NUMBER">${uiLabelMap.SmsBillingWrongNumberNotice}<#else
        >${uiLabelMap.SmsBillingReviewNotice}</#if></p>
    </#if>
    <div class="smsb-beside">
        <div class="smsb-thread-box">
            <ol class="smsb-thread" tabindex="0" aria-label="${uiLabelMap.SmsBillingTexts}">
                <#list conversation.texts as text>
                <li class="<#if text.inbound>smsb-theirs<#else>smsb-ours</#if>">
                    <span class="smsb-unseen"><#if text.inbound>${uiLabelMap.SmsBillingCustomerSide}<#else>${uiLabelMap.SmsBillingOurSide}</#if>:</span>
                    <#if text.body?has_content><p class="smsb-bubble">${text.body}</p></#if>
                    <#if text.mediaText?has_content><p class="smsb-bubble smsb-media">${text.mediaText}</p></#if>
                    <p class="smsb-small">${text.timeText}<#if text.person?has_content> · ${text.person}</#if
                        ><#if text.noteText?has_content> · ${text.noteText}</#if></p>
                </li>
                </#list>
            </ol>
            <#if conversation.canAnswer>
            <form method="post" action="<@ofbizUrl>answerSmsConversation</@ofbizUrl>" class="smsb-answer" data-smsb-once="${uiLabelMap.SmsBillingSendingAnswer}">
                <@hidden "answerSmsConversation"/>
                <input type="hidden" name="answerNumber" value="${conversation.answerNumber}"/>
                <label for="smsb-reply">${uiLabelMap.SmsBillingYourAnswer} <span class="smsb-aside">${conversation.sender}</span></label>
                <textarea id="smsb-reply" name="replyText" rows="3" maxlength="1600" required="required"
                        aria-describedby="smsb-reply-size<#if conversation.leavesText?has_content> smsb-reply-leaves</#if>">${typed!}</textarea>
                <p id="smsb-reply-size" class="smsb-small" role="status"></p>
                <#if conversation.leavesText?has_content><p id="smsb-reply-leaves" class="smsb-notice">${conversation.leavesText}</p></#if>
                <p class="smsb-actions">
                    <button type="submit" name="done" value="N" class="smsb-button smsb-main">${uiLabelMap.SmsBillingSendAnswer}</button>
                    <button type="submit" name="done" value="Y" class="smsb-button">${uiLabelMap.SmsBillingSendAndDone}</button>
                </p>
            </form>
            <#elseif conversation.whyNot?has_content>
            <p class="smsb-notice">${conversation.whyNot}<#if conversation.unusable && conversation.maySend && conversation.customerPartyId?has_content>
                <a href="<@ofbizUrl>SmsContact?partyId=${conversation.customerPartyId?url('UTF-8')}&amp;organizationPartyId=${conversation.organizationPartyId?url('UTF-8')}</@ofbizUrl>">${uiLabelMap.SmsBillingReachableAgain}</a></#if></p>
            </#if>
        </div>
        <aside class="smsb-facts-box" aria-label="${uiLabelMap.SmsBillingCustomer}">
            <dl class="smsb-facts">
                <dt>${uiLabelMap.SmsBillingCustomer}</dt>
                <dd><#if conversation.customerPartyId?has_content><a
                    href="/partymgr/control/viewprofile?partyId=${conversation.customerPartyId?url('UTF-8')}${StringUtil.wrapString(key)}"
                    >${conversation.customerName}</a><#else>${conversation.customerName}</#if></dd>
                <dt>${uiLabelMap.SmsBillingNumberLabel}</dt><dd>${conversation.number}</dd>
                <dt>${uiLabelMap.SmsBillingConsentLabel}</dt><dd>${conversation.consentText}</dd>
                <dt>${uiLabelMap.SmsBillingOrganizationLabel}</dt><dd>${conversation.organizationName}</dd>
            </dl>
            <h3 class="h3">${uiLabelMap.SmsBillingInvoicesBeside}</h3>
            <#if conversation.invoices?has_content>
            <ul class="smsb-invoices">
                <#list conversation.invoices as invoice>
                <li<#if invoice.about> class="smsb-current"</#if>>
                    <a href="/ar/control/viewInvoice?invoiceId=${invoice.invoiceId?url('UTF-8')}${StringUtil.wrapString(key)}">${invoice.invoiceId}</a>
                    ${invoice.statusText}<br/>${invoice.outstandingText}<#if invoice.dueText?has_content>, ${invoice.dueText}</#if>
                    <#if invoice.about><br/><span class="smsb-small">${uiLabelMap.SmsBillingAboutThis}</span></#if>
                </li>
                </#list>
            </ul>
            <#else>
            <p class="smsb-empty">${uiLabelMap.SmsBillingNoInvoicesBeside}</p>
            </#if>
        </aside>
    </div>
</section>
