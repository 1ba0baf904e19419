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
    <h1 class="h1">${health.organizationName} <span class="smsb-aside">${uiLabelMap.SmsBillingHealthTitle}</span></h1>
    <p role="status"><span class="smsb-light smsb-light-${health.light?lower_case}">${uiLabelMap["SmsBillingHealthLight_" + health.light]}</span></p>
    <p class="smsb-intro">${uiLabelMap.SmsBillingHealthIntro}</p>
    <#if administrator>
    <form method="post" action="<@ofbizUrl>checkSmsHealthNow</@ofbizUrl>" data-smsb-once="${uiLabelMap.SmsBillingHealthChecking}">
        <input type="hidden" name="organizationPartyId" value="${parameters.organizationPartyId}"/>
        <#if csrfToken?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfToken}"/></#if>
        <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingHealthCheckNow}</button></p>
    </form>
    </#if>
    <table class="basic-table smsb-stacked smsb-health">
        <tbody>
        <#list health.items as item>
            <tr>
                <th scope="row">${item.title}</th>
                <td><span class="smsb-light smsb-light-${item.light?lower_case}">${uiLabelMap["SmsBillingHealthRow_" + item.light]}</span></td>
                <td>${item.text}</td>
            </tr>
        </#list>
        </tbody>
    </table>
    <p><a href="<@ofbizUrl>smsHealthMetrics?organizationPartyId=${parameters.organizationPartyId?url('UTF-8')}</@ofbizUrl>"
        >${uiLabelMap.SmsBillingHealthMetrics}</a></p>
</div>
