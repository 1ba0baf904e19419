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
            <input type="number" id="smsb-days" name="days" value="${days}" min="1" max="60"/>
            <button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingDryRunLook}</button></p>
    </form>
    <#if notReady><p class="smsb-notice">${uiLabelMap.SmsBillingDryRunNotReady}</p></#if>
    <#if limitedText?has_content><p class="smsb-notice" role="status">${limitedText}</p></#if>
    <#if lines?has_content>
    <p><a href="<@ofbizUrl>smsDryRunFile?organizationPartyId=${parameters.organizationPartyId?url('UTF-8')}&amp;days=${days}</@ofbizUrl>"
        >${uiLabelMap.SmsBillingDryRunFile}</a></p>
    <table class="basic-table hover-bar smsb-stacked smsb-dry-run">
        <thead><tr class="header-row">
            <#list ["timeText", "communicationText", "invoices", "customer", "outstanding", "recipient", "why"] as column>
                <th scope="col">${uiLabelMap["SmsBillingDryRun_" + column]}</th>
            </#list>
        </tr></thead>
        <tbody>
        <#list lines as line>
            <tr<#if line?index % 2 == 1> class="alternate-row"</#if>>
                <td>${line.timeText}</td>
                <td>${line.communicationText}, ${line.typeText}</td>
                <td>${line.invoices}</td>
                <td>${line.customer}</td>
                <td>${line.outstanding}</td>
                <td>${line.recipient}<#if line.later> <span class="smsb-aside">${uiLabelMap.SmsBillingDryRun_leavesText}: ${line.leavesText}</span></#if></td>
                <td>${line.why}</td>
            </tr>
        </#list>
        </tbody>
    </table>
    <#else>
    <p class="smsb-empty">${uiLabelMap.SmsBillingDryRunNothing}</p>
    </#if>
</div>
