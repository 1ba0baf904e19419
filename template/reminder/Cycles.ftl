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
<#include "component://smsbilling/template/reminder/CycleMacros.ftl"/>
<div class="smsb smsb-page" data-text-less-than="${uiLabelMap.SmsBillingLessThan}">
    <h1 class="h1">${organizationName} <span class="smsb-aside">${uiLabelMap.SmsBillingCycles}</span></h1>
    <p class="smsb-intro">${uiLabelMap.SmsBillingCyclesIntro}
        <a href="<@ofbizUrl>SmsDryRun?organizationPartyId=${parameters.organizationPartyId?url('UTF-8')}</@ofbizUrl>">${uiLabelMap.SmsBillingDryRunLink}</a></p>
    <#if progressText?has_content><p class="smsb-notice" role="status">${progressText}</p></#if>
    <#if !connected><p class="smsb-notice">${uiLabelMap.SmsBillingCyclesNotConnected}</p></#if>

    <#list cycles as cycle>
        <@box cycle.cycleName>
            <p>${uiLabelMap.SmsBillingCyclePriority}: ${cycle.priority}. ${uiLabelMap.SmsBillingCycleFor}: ${cycle.ruleText}.</p>
            <@stepTable cycle.steps/>
            <p class="smsb-actions"><a class="buttontext" href="<@ofbizUrl>EditSmsCycle?cycleId=${cycle.cycleId?url('UTF-8')}&amp;organizationPartyId=${
                parameters.organizationPartyId?url('UTF-8')}</@ofbizUrl>">${uiLabelMap.SmsBillingCycleEdit}<span class="smsb-unseen"> ${cycle.cycleName}</span></a></p>
        </@box>
    <#else>
        <p class="smsb-empty">${uiLabelMap.SmsBillingCyclesNone}</p>
    </#list>

    <@box uiLabelMap.SmsBillingCycleExamples>
        <p class="smsb-intro">${uiLabelMap.SmsBillingCycleExamplesIntro}</p>
        <#list examples as example>
            <h2 class="smsb-example">${example.cycleName}</h2>
            <@stepTable example.steps/>
            <@post "createSmsCollectionCycle" uiLabelMap.SmsBillingSaving>
                <input type="hidden" name="exampleCycleId" value="${example.cycleId}"/>
                <p class="smsb-actions"><button type="submit" class="smsb-button">${uiLabelMap.SmsBillingCycleUseExample}<span class="smsb-unseen"> ${
                    example.cycleName}</span></button></p>
            </@post>
        </#list>
    </@box>

    <@box uiLabelMap.SmsBillingCycleNew>
        <@post "createSmsCollectionCycle" uiLabelMap.SmsBillingSaving>
            <fieldset>
                <@entry "cycleName" uiLabelMap.SmsBillingName uiLabelMap.SmsBillingCycleNameHelp parameters.cycleName!""/>
                <@entry "priority" uiLabelMap.SmsBillingCyclePriority uiLabelMap.SmsBillingCyclePriorityHelp parameters.priority!"50" 5/>
            </fieldset>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingCycleCreate}</button></p>
        </@post>
    </@box>
</div>
