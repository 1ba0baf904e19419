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
<#macro decide payment decision>
<form method="post" action="<@ofbizUrl>decideUnclearSmsPayment</@ofbizUrl>">
    <#if csrfToken?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfToken}"/></#if>
    <input type="hidden" name="attemptId" value="${payment.attemptId}"/>
    <input type="hidden" name="decision" value="${decision}"/>
    <#nested/>
</form>
</#macro>
<#macro reasoned payment decision label confirm do>
<#assign typing = parameters.attemptId! == payment.attemptId && parameters.decision! == decision/>
<details class="smsb-decide"<#if typing> open</#if> data-smsb-decision="${decision}">
    <summary>${label}</summary>
    <@decide payment decision>
        <#if decision == "CHARGED">
        <label>${uiLabelMap.SmsBillingPaymentUnclearReference}
            <input type="text" name="gatewayReference" maxlength="60" required autocomplete="off" value="<#if typing>${parameters.gatewayReference!}</#if>"/></label>
        </#if>
        <label>${uiLabelMap.SmsBillingPaymentUnclearReason}
            <input type="text" name="reason" maxlength="255" required value="<#if typing>${parameters.reason!}</#if>"/></label>
        <label class="smsb-tick"><input type="checkbox" name="confirmed" value="Y" required/> <span>${confirm}</span></label>
        <button type="submit" class="smsb-button smsb-main">${do}</button>
    </@decide>
</details>
</#macro>
<div class="smsb smsb-ambiguous">
    <h1 class="h1">${uiLabelMap.SmsBillingPaymentUnclearTitle}</h1>
    <#if listError?has_content><p class="smsb-error" role="alert">${listError}</p></#if>
    <p>${uiLabelMap.SmsBillingPaymentUnclearExplain}</p>
    <#if unclearPayments?has_content>
    <ul class="smsb-unclear">
        <#list unclearPayments as payment>
        <li data-smsb-attempt="${payment.attemptId}">
            <h2 class="h2">${payment.amountText}, ${payment.customerName}</h2>
            <dl class="smsb-facts">
                <dt>${uiLabelMap.SmsBillingPaymentUnclearInvoice}</dt>
                <dd><#list payment.invoiceIds as invoiceId><a href="/ar/control/viewInvoice?invoiceId=${invoiceId?url('UTF-8')}${StringUtil.wrapString(key)}">${invoiceId}</a>, </#list>${payment.organizationName}</dd>
                <dt>${uiLabelMap.SmsBillingPaymentUnclearMethod}</dt><dd>${payment.methodText}</dd>
                <dt>${uiLabelMap.SmsBillingPaymentUnclearOrder}</dt><dd class="smsb-id">${payment.orderId}</dd>
                <dt>${uiLabelMap.SmsBillingPaymentUnclearTried}</dt><dd>${payment.startedTime}</dd>
                <dt>${uiLabelMap.SmsBillingPaymentUnclearWhatIsKnown}</dt>
                <dd><#if payment.kind == "NoAnswer" && payment.stopped>${uiLabelMap.SmsBillingPaymentUnclearKnownStopped}<#else>${uiLabelMap["SmsBillingPaymentUnclearKnown" + payment.kind]}</#if></dd>
                <#if payment.approvedText?has_content><dt>${uiLabelMap.SmsBillingPaymentUnclearApproved}</dt><dd>${payment.approvedText}, <span class="smsb-id">${payment.reference}</span></dd></#if>
                <#if payment.nextTime?has_content><dt>${uiLabelMap.SmsBillingPaymentUnclearNext}</dt><dd>${payment.nextTime}</dd></#if>
            </dl>
            <#if payment.mayAsk>
            <div class="smsb-moves" role="group" aria-label="${uiLabelMap.SmsBillingPaymentUnclearDecision}">
                <@decide payment "ASK"><button type="submit" class="smsb-button" data-smsb-decision="ASK"><#if payment.kind == "NoAnswer">${uiLabelMap.SmsBillingPaymentUnclearAsk}<#else>${uiLabelMap["SmsBillingPaymentUnclearAsk_" + payment.kind]}</#if></button></@decide>
            </div>
            <#if payment.mayDecide && payment.kind == "Part">
            <@reasoned payment "GIVEN_BACK" uiLabelMap.SmsBillingPaymentUnclearGivenBack uiLabelMap.SmsBillingPaymentUnclearGivenBackConfirm
                uiLabelMap.SmsBillingPaymentUnclearGivenBackDo/>
            <@reasoned payment "KEPT" uiLabelMap.SmsBillingPaymentUnclearKept uiLabelMap.SmsBillingPaymentUnclearKeptConfirm
                uiLabelMap.SmsBillingPaymentUnclearKeptDo/>
            <#elseif payment.mayDecide>
            <@reasoned payment "CHARGED" uiLabelMap.SmsBillingPaymentUnclearCharged uiLabelMap.SmsBillingPaymentUnclearChargedConfirm
                uiLabelMap.SmsBillingPaymentUnclearChargedDo/>
            <@reasoned payment "NOT_CHARGED" uiLabelMap.SmsBillingPaymentUnclearNotCharged uiLabelMap.SmsBillingPaymentUnclearNotChargedConfirm
                uiLabelMap.SmsBillingPaymentUnclearNotChargedDo/>
            <#elseif payment.kind != "NotPosted">
            <p class="smsb-aside">${uiLabelMap.SmsBillingPaymentUnclearWait}</p>
            </#if>
            </#if>
        </li>
        </#list>
    </ul>
    <#else>
    <p class="smsb-empty">${uiLabelMap.SmsBillingPaymentUnclearNone}</p>
    </#if>
</div>
