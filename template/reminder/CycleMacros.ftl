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
<#macro box title id="">
    <div class="screenlet"<#if id?has_content> id="${id}"</#if>>
        <div class="screenlet-title-bar"><ul><li class="h3">${title}</li></ul><br class="clear"/></div>
        <div class="screenlet-body"><#nested/></div>
    </div>
</#macro>

<#-- ask: title of a question before, with question and yes -->
<#macro post target once ask="" question="" yes="">
    <form method="post" action="<@ofbizUrl>${target}</@ofbizUrl>" class="smsb-settings" data-smsb-once="${once}"<#if ask?has_content> data-smsb-ask="${ask}"
            data-smsb-question="${question}" data-smsb-yes="${yes}"</#if>>
        <input type="hidden" name="organizationPartyId" value="${parameters.organizationPartyId}"/>
        <#if csrfTokens[target]?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfTokens[target]}"/></#if>
        <#nested/>
    </form>
</#macro>

<#-- Ids are unique on a page with several forms by their prefix -->
<#macro entry name label help value size=40 prefix="smsb" type="text">
    <div class="smsb-field">
        <label for="${prefix}-${name}">${label}</label>
        <div class="smsb-entry">
            <input type="${type}" id="${prefix}-${name}" name="${name}" value="${value}" size="${size}" autocomplete="off"
                    aria-describedby="${prefix}-${name}-help"/>
            <p id="${prefix}-${name}-help" class="smsb-help">${help}</p>
        </div>
    </div>
</#macro>

<#macro pick name label help options value prefix="smsb">
    <div class="smsb-field">
        <label for="${prefix}-${name}">${label}</label>
        <div class="smsb-entry">
            <select id="${prefix}-${name}" name="${name}" aria-describedby="${prefix}-${name}-help">
                <#list options as option><option value="${option.code}"<#if option.code == value> selected="selected"</#if>>${option.name}</option></#list>
            </select>
            <p id="${prefix}-${name}-help" class="smsb-help">${help}</p>
        </div>
    </div>
</#macro>

<#macro stepTable steps>
    <#if steps?has_content>
    <table class="basic-table hover-bar smsb-stacked">
        <thead><tr class="header-row">
            <th scope="col">${uiLabelMap.SmsBillingStepWhen}</th>
            <th scope="col">${uiLabelMap.SmsBillingStepCommunication}</th>
            <th scope="col">${uiLabelMap.SmsBillingStepSays}</th>
            <th scope="col">${uiLabelMap.SmsBillingStepMore}</th>
        </tr></thead>
        <tbody>
        <#list steps as step>
            <tr<#if step?index % 2 == 1> class="alternate-row"</#if>>
                <td>${step.whenText}</td>
                <td>${step.communicationText}</td>
                <td>${step.typeText}</td>
                <td>${step.repeatText}<#if step.lateFeeText?has_content> ${uiLabelMap.SmsBillingLateFee}: ${step.lateFeeText}</#if></td>
            </tr>
        </#list>
        </tbody>
    </table>
    <#else>
        <p class="smsb-empty">${uiLabelMap.SmsBillingStepsNone}</p>
    </#if>
</#macro>
