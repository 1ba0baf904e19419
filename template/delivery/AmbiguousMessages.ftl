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
<#macro button message decision label main=false>
<form method="post" action="<@ofbizUrl>decideAmbiguousSmsMessage</@ofbizUrl>">
    <#if csrfToken?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfToken}"/></#if>
    <input type="hidden" name="messageId" value="${message.messageId}"/>
    <input type="hidden" name="decision" value="${decision}"/>
    <button type="submit" class="smsb-button<#if main> smsb-main</#if>" data-smsb-decision="${decision}">${label}</button>
</form>
</#macro>
<div class="smsb smsb-ambiguous">
    <h1 class="h1">${uiLabelMap.SmsBillingAmbiguousTitle}</h1>
    <#if listError?has_content><p class="smsb-error" role="alert">${listError}</p></#if>
    <p>${uiLabelMap.SmsBillingAmbiguousExplain}</p>
    <#if unclearTexts?has_content>
    <ul class="smsb-unclear">
        <#list unclearTexts as message>
        <li data-smsb-message="${message.messageId}">
            <h2 class="h2"><#if message.customerName?has_content>${message.customerName}<#else>${message.number}</#if></h2>
            <dl class="smsb-facts">
                <#if message.invoiceId?has_content>
                <dt>${uiLabelMap.SmsBillingAmbiguousInvoice}</dt>
                <dd><a href="/ar/control/viewInvoice?invoiceId=${message.invoiceId?url('UTF-8')}${StringUtil.wrapString(key)}">${message.invoiceId}</a>,
                    ${message.organizationName}</dd>
                </#if>
                <dt>${uiLabelMap.SmsBillingAmbiguousNumber}</dt><dd>${message.number}</dd>
                <dt>${uiLabelMap.SmsBillingAmbiguousTried}</dt><dd>${message.sendingTime}</dd>
                <dt>${uiLabelMap.SmsBillingAmbiguousAnswer}</dt><dd>${message.knownText}</dd>
                <dt>${uiLabelMap.SmsBillingAmbiguousChecked}</dt><dd>${message.checkedTime!uiLabelMap.SmsBillingAmbiguousNotChecked}</dd>
                <#if message.leftTime?has_content>
                <dt>${uiLabelMap.SmsBillingAmbiguousLeftBy}</dt><dd>${message.leftBy!}, ${message.leftTime}</dd>
                </#if>
            </dl>
            <#if message.maySend>
            <div class="smsb-moves" role="group" aria-label="${uiLabelMap.SmsBillingAmbiguousDecision}">
                <@button message "SENT" uiLabelMap.SmsBillingAmbiguousWasSent true/>
                <@button message "NOT_SENT" uiLabelMap.SmsBillingAmbiguousSendAgain/>
                <@button message "LEAVE" uiLabelMap.SmsBillingAmbiguousLeave/>
            </div>
            </#if>
        </li>
        </#list>
    </ul>
    <#else>
    <p class="smsb-empty">${uiLabelMap.SmsBillingAmbiguousNone}</p>
    </#if>
</div>
