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
<div class="smsb smsb-page">
    <p><a href="<@ofbizUrl>SmsCycles?organizationPartyId=${parameters.organizationPartyId?url('UTF-8')}</@ofbizUrl>">&larr; ${
        uiLabelMap.SmsBillingCycles}</a></p>
    <h1 class="h1">${organizationName} <span class="smsb-aside">${uiLabelMap.SmsBillingDryRun}</span></h1>
    <p class="smsb-intro">${uiLabelMap.SmsBillingDryRunIntro}</p>
    <form method="get" action="<@ofbizUrl>SmsDryRun</@ofbizUrl>" class="smsb-settings" data-smsb-once="${uiLabelMap.SmsBillingDryRunLooking}">
        <input type="hidden" name="organizationPartyId" value="${parameters.organizationPartyId}"/>
        <p><label for="smsb-days">${uiLabelMap.SmsBillingDryRunDays}</label>
            <input type="number" id="smsb-days" name="days" value="${days}" min="1" max="60" class="smsb-days"/>
            <button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingDryRunLook}</button></p>
    </form>
    <#if notReady><p class="smsb-notice">${uiLabelMap.SmsBillingDryRunNotReady}</p></#if>
    <div class="smsb-dry-run-result" data-smsb-dry-run="<@ofbizUrl>smsDryRunPart?organizationPartyId=${parameters.organizationPartyId?url('UTF-8')}&amp;days=${days}</@ofbizUrl>"
            data-next="${next}" data-looked="${looked}" data-total="${total}" data-text-progress="${uiLabelMap.SmsBillingDryRunProgress}"
            data-text-complete="${uiLabelMap.SmsBillingDryRunComplete}" data-text-stopped="${uiLabelMap.SmsBillingDryRunStopped}"
            data-text-unreachable="${uiLabelMap.SmsBillingDryRunUnreachable}" data-text-most="${uiLabelMap.SmsBillingDryRunMost}"
            data-invoice-page="/accounting/control/viewInvoice?invoiceId=" data-text-leaves="${uiLabelMap.SmsBillingDryRun_leavesText}">
    <#if next?has_content><p class="smsb-dry-run-progress"><progress max="${total}" value="${looked}" aria-labelledby="smsb-looked"></progress></p></#if>
    <p id="smsb-looked" role="status"></p>
    <p class="smsb-empty"<#if lines?has_content || next?has_content> hidden="hidden"</#if>>${nothingText}</p>
    <div class="smsb-dry-run-found"<#if !lines?has_content> hidden="hidden"</#if>>
    <table class="basic-table hover-bar smsb-dry-run-days">
        <thead><tr class="header-row">
            <#list ["dayText", "SMS", "EMAIL", "NOBODY"] as column><th scope="col">${uiLabelMap["SmsBillingDryRun_" + column]}</th></#list>
        </tr></thead>
        <tbody>
        <#list dayCounts as day>
            <tr data-day="${day.day}"><td>${day.dayText}</td><td>${day.SMS}</td><td>${day.EMAIL}</td><td>${day.NOBODY}</td></tr>
        </#list>
        </tbody>
    </table>
    <p><a href="<@ofbizUrl>smsDryRunFile?organizationPartyId=${parameters.organizationPartyId?url('UTF-8')}&amp;days=${days}</@ofbizUrl>"
        >${uiLabelMap.SmsBillingDryRunFile}</a></p>
    <p class="smsb-dry-run-most smsb-help" hidden="hidden"></p>
    <table class="basic-table hover-bar smsb-stacked smsb-dry-run">
        <thead><tr class="header-row">
            <#list ["timeText", "communicationText", "invoices", "customer", "outstanding", "recipient", "why"] as column>
                <th scope="col">${uiLabelMap["SmsBillingDryRun_" + column]}</th>
            </#list>
        </tr></thead>
        <tbody>
        <#list lines as line>
            <tr data-moment="${line.moment}">
                <td>${line.timeText}</td>
                <td>${line.communicationText}, ${line.typeText}</td>
                <td><#list line.invoiceIds as id><a href="/accounting/control/viewInvoice?invoiceId=${id?url('UTF-8')}">${id}</a><#sep>, </#list></td>
                <td><bdi>${line.customer}</bdi></td>
                <td>${line.outstanding}</td>
                <td><bdi>${line.recipientName}</bdi><#if line.recipientName?has_content && line.recipientAddress?has_content>, </#if>${line.recipientAddress}<#if line.later> <span class="smsb-aside">${uiLabelMap.SmsBillingDryRun_leavesText}: ${line.leavesText} ${line.waits}</span></#if></td>
                <td>${line.why}</td>
            </tr>
        </#list>
        </tbody>
    </table>
    </div>
    </div>
</div>
