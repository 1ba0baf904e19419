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
<#-- Section SMS of a party's profile -->
<div class="smsb smsb-profile" id="smsb-profile">
<#if !profiles?has_content>
    <p class="smsb-help">${uiLabelMap.SmsBillingProfileNothing}</p>
</#if>
<#list profiles as profile>
    <section aria-label="${profile.organizationName}">
    <p><strong>${profile.organizationName}</strong>
        <#if profile.off><span class="smsb-state">${uiLabelMap.SmsBillingProfileOff}</span></#if>
        <#if profile.mayChange><a class="buttontext" href="${editBase}&amp;organizationPartyId=${profile.organizationPartyId?url('UTF-8')}">${uiLabelMap.SmsBillingProfileChange}</a></#if></p>
    <div class="table-scroll"><table class="basic-table">
        <thead><tr class="header-row" style="text-align: left"><th scope="col" style="text-align: left">${uiLabelMap.SmsBillingProfileWho}</th><th scope="col" style="text-align: left">${uiLabelMap.SmsBillingProfileNumber}</th>
            <th scope="col" style="text-align: left">${uiLabelMap.SmsBillingProfileConsent}</th></tr></thead>
        <#list profile.people as person>
        <#list person.numbers as number>
        <tr>
            <td><#if person.customer>${uiLabelMap.SmsBillingProfileCustomer}<#else>${person.name} (${person.roleText})</#if></td>
            <td>${number.display}<br/><span class="smsb-help">${number.purpose}<#if number.whyNot?has_content>: ${number.whyNot}</#if></span><#if number.mayRelease && profile.mayChange><br/>
                <a class="smsb-edit" href="${editBase}&amp;organizationPartyId=${profile.organizationPartyId?url('UTF-8')}#smsb-number-${person?index}-${number?index}">${uiLabelMap.SmsBillingReachableAgain}</a></#if></td>
            <td>${number.consentText}<#if number.ledger?has_content><br/><span class="smsb-help">${number.ledger[0].when}, ${number.ledger[0].source}</span></#if></td>
        </tr>
        <#else>
        <tr><td><#if person.customer>${uiLabelMap.SmsBillingProfileCustomer}<#else>${person.name}</#if></td><td colspan="2">${uiLabelMap.SmsBillingProfileNoNumber}</td></tr>
        </#list>
        </#list>
    </table></div>
    <#if profile.texts?has_content>
    <p class="smsb-help">${uiLabelMap.SmsBillingProfileLastTexts}</p>
    <ul class="smsb-texts"><#list profile.texts as text><li style="overflow-wrap: anywhere">${text.when}: ${text.status}<#if text.body?has_content> - ${text.body}</#if></li></#list></ul>
    </#if>
    </section>
</#list>
</div>
