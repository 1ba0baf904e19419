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
    <p><a href="<@ofbizUrl>SmsCycles?organizationPartyId=${parameters.organizationPartyId?url('UTF-8')}</@ofbizUrl>">&larr; ${
        uiLabelMap.SmsBillingCycles}</a></p>
    <h1 class="h1">${cycle.cycleName} <span class="smsb-aside">${organizationName}</span></h1>
    <#if !connected><p class="smsb-notice">${uiLabelMap.SmsBillingCyclesNotConnected}</p></#if>
    <p class="smsb-help">${uiLabelMap.SmsBillingStepNoFallback}</p>

    <#list cycle.steps as step>
        <details class="screenlet smsb-step"<#if (parameters.stepId!"") == step.stepId> open="open"</#if>>
            <summary class="smsb-summary"><strong>${step.whenText}</strong>: ${step.communicationText}, ${step.typeText} ${step.repeatText}</summary>
            <div class="screenlet-body"><@stepForm step step.stepId/>
                <@post "removeSmsCollectionStep" uiLabelMap.SmsBillingSaving uiLabelMap.SmsBillingStepRemove
                        step.whenText + ": " + step.communicationText + ", " + step.typeText + ". " + uiLabelMap.SmsBillingStepRemoveQuestion
                        uiLabelMap.SmsBillingStepRemove>
                    <input type="hidden" name="cycleId" value="${cycle.cycleId}"/><input type="hidden" name="stepId" value="${step.stepId}"/>
                    <p class="smsb-actions"><button type="submit" class="smsb-button smsb-danger">${uiLabelMap.SmsBillingStepRemove}<span
                        class="smsb-unseen"> ${step.whenText}</span></button></p>
                </@post></div>
        </details>
    <#else>
        <p class="smsb-empty">${uiLabelMap.SmsBillingStepsNone}</p>
    </#list>

    <@box uiLabelMap.SmsBillingStepNew>
        <@stepForm newStep "new"/>
    </@box>

    <@box uiLabelMap.SmsBillingCycleRule>
        <@post "updateSmsCollectionCycle" uiLabelMap.SmsBillingSaving>
            <input type="hidden" name="cycleId" value="${cycle.cycleId}"/>
            <fieldset>
                <@entry "cycleName" uiLabelMap.SmsBillingName uiLabelMap.SmsBillingCycleNameHelp cycle.cycleName/>
                <@entry "priority" uiLabelMap.SmsBillingCyclePriority uiLabelMap.SmsBillingCyclePriorityHelp cycle.priority 5/>
                <@pick "invoiceTypeId" uiLabelMap.SmsBillingCycleInvoiceType uiLabelMap.SmsBillingCycleAnyHelp invoiceTypes cycle.invoiceTypeId/>
                <@pick "invoiceItemTypeId" uiLabelMap.SmsBillingCycleItemType uiLabelMap.SmsBillingCycleAnyHelp itemTypes cycle.invoiceItemTypeId/>
                <@entry "attributeName" uiLabelMap.SmsBillingCycleAttributeName uiLabelMap.SmsBillingCycleAttributeNameHelp cycle.attributeName/>
                <@entry "attributeValue" uiLabelMap.SmsBillingCycleAttributeValue uiLabelMap.SmsBillingCycleAttributeValueHelp cycle.attributeValue/>
                <@pick "partyClassificationGroupId" uiLabelMap.SmsBillingCycleGroup uiLabelMap.SmsBillingCycleAnyHelp customerGroups
                        cycle.partyClassificationGroupId/>
            </fieldset>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingSave}</button></p>
        </@post>
        <@post "removeSmsCollectionCycle" uiLabelMap.SmsBillingSaving uiLabelMap.SmsBillingCycleRemove uiLabelMap.SmsBillingCycleRemoveQuestion
                uiLabelMap.SmsBillingCycleRemove>
            <input type="hidden" name="cycleId" value="${cycle.cycleId}"/>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-danger">${uiLabelMap.SmsBillingCycleRemove}</button></p>
        </@post>
    </@box>
</div>
<#include "component://smsbilling/template/invoice/ConfirmDialog.ftl"/>

<#macro stepForm step prefix>
    <@post "saveSmsCollectionStep" uiLabelMap.SmsBillingSaving>
        <input type="hidden" name="cycleId" value="${cycle.cycleId}"/>
        <input type="hidden" name="stepId" value="${step.stepId}"/>
        <fieldset>
            <@pick "stepAnchor" uiLabelMap.SmsBillingStepAnchor uiLabelMap.SmsBillingStepAnchorHelp anchors step.stepAnchor prefix/>
            <@entry "stepDays" uiLabelMap.SmsBillingStepDays uiLabelMap.SmsBillingStepDaysHelp step.stepDays 5 prefix/>
            <@pick "stepSide" uiLabelMap.SmsBillingStepSide uiLabelMap.SmsBillingStepSideHelp sides step.stepSide prefix/>
            <@pick "sendHour" uiLabelMap.SmsBillingStepHour uiLabelMap.SmsBillingStepHourHelp hours step.sendHour prefix/>
            <@pick "communication" uiLabelMap.SmsBillingStepCommunication uiLabelMap.SmsBillingStepCommunicationHelp communications step.communication prefix/>
            <@pick "messageType" uiLabelMap.SmsBillingStepSays uiLabelMap.SmsBillingStepSaysHelp messageTypes step.messageType prefix/>
            <@pick "templateId" uiLabelMap.SmsBillingStepTemplate uiLabelMap.SmsBillingStepTemplateHelp templates step.templateId prefix/>
            <@pick "emailTemplateSettingId" uiLabelMap.SmsBillingStepEmailSetting uiLabelMap.SmsBillingStepEmailSettingHelp emailSettings
                    step.emailTemplateSettingId prefix/>
            <@entry "repeatEveryDays" uiLabelMap.SmsBillingStepRepeatEvery uiLabelMap.SmsBillingStepRepeatEveryHelp step.repeatEveryDays 5 prefix/>
            <@entry "repeatMaximum" uiLabelMap.SmsBillingStepRepeatMost uiLabelMap.SmsBillingStepRepeatMostHelp step.repeatMaximum 5 prefix/>
            <@entry "lateFee" uiLabelMap.SmsBillingLateFee uiLabelMap.SmsBillingLateFeeHelp step.lateFee 10 prefix/>
            <@entry "lateFeeAttribute" uiLabelMap.SmsBillingLateFeeAttribute uiLabelMap.SmsBillingLateFeeAttributeHelp step.lateFeeAttribute 20 prefix/>
        </fieldset>
        <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingSave}</button></p>
    </@post>
</#macro>
