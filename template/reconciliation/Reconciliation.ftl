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
<#assign checked = reconciliation.checkedDay!>
<#macro light outcome><span class="smsb-light smsb-light-${(outcome == "BALANCED")?then("green", (outcome == "DIFFERENCES")?then("red", "amber"))}"></#macro>
<div class="smsb smsb-page" data-text-less-than="${uiLabelMap.SmsBillingLessThan}">
    <h1 class="h1">${reconciliation.organizationName} <span class="smsb-aside">${uiLabelMap.SmsBillingReconciliationTitle}</span></h1>
    <p class="smsb-intro">${uiLabelMap.SmsBillingReconciliationIntro}</p>
    <#if maySend>
    <form method="post" action="<@ofbizUrl>reconcileSmsPayments</@ofbizUrl>" class="smsb-inline" data-smsb-once="${uiLabelMap.SmsBillingReconciliationChecking}">
        <input type="hidden" name="organizationPartyId" value="${parameters.organizationPartyId}"/>
        <#if csrfToken?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfToken}"/></#if>
        <label for="smsb-day">${uiLabelMap.SmsBillingReconciliationDay}</label>
        <input id="smsb-day" name="day" type="date" value="${reconciliation.wantedDay}" max="${reconciliation.today}" required/>
        <button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingReconciliationCheckNow}</button>
    </form>
    </#if>

    <#if checked?has_content>
    <div class="screenlet" role="region" aria-labelledby="smsb-day-title">
        <div class="screenlet-title-bar"><ul><li class="h3" id="smsb-day-title">${checked.dayText}</li></ul><br class="clear"/></div>
        <div class="screenlet-body">
            <p role="status"><@light checked.outcome/>${checked.outcomeText}</span> <span class="smsb-aside">${uiLabelMap.SmsBillingReconciliationChecked} ${checked.checkedText}</span></p>
            <dl class="smsb-facts">
                <dt>${uiLabelMap.SmsBillingReconciliationGateway}</dt>
                <dd><#list checked.totals as total><div>${total.gatewayText} <span class="smsb-aside">(${total.gatewayCount})</span></div><#else>&ndash;</#list></dd>
                <dt>${uiLabelMap.SmsBillingReconciliationOfbiz}</dt>
                <dd><#list checked.totals as total><div>${total.ofbizText}</div><#else>&ndash;</#list></dd>
                <#if checked.waitingCount gt 0><dt>${uiLabelMap.SmsBillingReconciliationWaiting}</dt><dd>${checked.waitingCount}</dd></#if>
                <#if checked.otherCount gt 0><dt>${uiLabelMap.SmsBillingReconciliationOther}</dt><dd>${checked.otherCount}</dd></#if>
            </dl>
            <#if checked.differences?has_content>
            <h2 class="h3">${uiLabelMap.SmsBillingReconciliationDifferences}</h2>
            <table class="basic-table hover-bar smsb-audit smsb-stacked smsb-plain smsb-differences">
                <thead><tr class="header-row">
                    <th scope="col">${uiLabelMap.SmsBillingReconciliationWhat}</th><th scope="col">${uiLabelMap.SmsBillingReconciliationWhich}</th>
                    <th scope="col">${uiLabelMap.SmsBillingReconciliationGateway}</th><th scope="col">${uiLabelMap.SmsBillingReconciliationOfbiz}</th>
                    <th scope="col">${uiLabelMap.SmsBillingReconciliationTodo}</th>
                </tr></thead>
                <tbody>
                <#list checked.differences as difference>
                    <tr class="<#if difference?index % 2 == 1>alternate-row</#if>" data-smsb-kind="${difference.kind}">
                        <td><strong>${difference.kindText}</strong></td>
                        <td><#if difference.invoiceId?has_content><a href="/accounting/control/viewInvoice?invoiceId=${difference.invoiceId?url('UTF-8')}">${uiLabelMap.SmsBillingReconciliationInvoice} ${difference.invoiceId}</a><br/></#if>
                            <#if difference.paymentId?has_content><a href="/accounting/control/paymentOverview?paymentId=${difference.paymentId?url('UTF-8')}">${uiLabelMap.SmsBillingReconciliationPayment} ${difference.paymentId}</a><br/></#if>
                            <span class="smsb-id">${difference.gatewayReference}<br/>${difference.orderId}</span></td>
                        <td><span class="smsb-narrow-label">${uiLabelMap.SmsBillingReconciliationGateway}</span>${difference.gatewayText}</td>
                        <td><span class="smsb-narrow-label">${uiLabelMap.SmsBillingReconciliationOfbiz}</span>${difference.ofbizText}</td><td>${difference.todoText}<#if ["OUTCOME_UNKNOWN", "PART_NOT_GIVEN_BACK", "NOT_POSTED"]?seq_contains(difference.kind)>
                            <a href="<@ofbizUrl>UnclearSmsPayments</@ofbizUrl>">${uiLabelMap.SmsBillingUnclearPayments}</a></#if></td>
                    </tr>
                </#list>
                </tbody>
            </table>
            </#if>
        </div>
    </div>
    </#if>

    <div class="screenlet" role="region" aria-labelledby="smsb-days-title">
        <div class="screenlet-title-bar"><ul><li class="h3" id="smsb-days-title">${uiLabelMap.SmsBillingReconciliationDays}</li></ul><br class="clear"/></div>
        <div class="screenlet-body no-padding">
            <#if reconciliation.days?has_content>
            <table class="basic-table hover-bar smsb-audit smsb-stacked smsb-plain">
                <thead><tr class="header-row">
                    <th scope="col">${uiLabelMap.SmsBillingReconciliationDay}</th><th scope="col">${uiLabelMap.SmsBillingReconciliationResult}</th>
                    <th scope="col">${uiLabelMap.SmsBillingReconciliationGateway}</th><th scope="col">${uiLabelMap.SmsBillingReconciliationOfbiz}</th>
                </tr></thead>
                <tbody>
                <#list reconciliation.days as day>
                    <tr class="<#if day?index % 2 == 1>alternate-row</#if>">
                        <td><a href="<@ofbizUrl>SmsReconciliation?organizationPartyId=${parameters.organizationPartyId?url('UTF-8')}&amp;day=${day.day}</@ofbizUrl>"<#if day.day == reconciliation.wantedDay> aria-current="true"</#if>>${day.dayText}</a></td>
                        <td><@light day.outcome/>${day.outcomeText}<#if day.differenceCount gt 0> (${day.differenceCount})</#if></span></td>
                        <td><span class="smsb-narrow-label">${uiLabelMap.SmsBillingReconciliationGateway}</span><span class="smsb-totals"><#list day.totals as total>${total.gatewayText}<#sep><br/></#sep><#else>&ndash;</#list></span></td>
                        <td><span class="smsb-narrow-label">${uiLabelMap.SmsBillingReconciliationOfbiz}</span><span class="smsb-totals"><#list day.totals as total>${total.ofbizText}<#sep><br/></#sep><#else>&ndash;</#list></span></td>
                    </tr>
                </#list>
                </tbody>
            </table>
            <#else>
            <p class="smsb-empty">${uiLabelMap.SmsBillingReconciliationNone}</p>
            </#if>
        </div>
    </div>
</div>
