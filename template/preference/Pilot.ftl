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
<#-- Who is in an organization's pilot, and who would have been texted -->
<#macro once target>
    <form method="post" action="<@ofbizUrl>${target}</@ofbizUrl>" class="smsb-settings" data-smsb-once="${uiLabelMap.SmsBillingSaving}">
        <input type="hidden" name="organizationPartyId" value="${parameters.organizationPartyId}"/>
        <#if csrfTokens[target]?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfTokens[target]}"/></#if>
        <#nested/>
    </form>
</#macro>
<div class="smsb smsb-page" data-text-less-than="${uiLabelMap.SmsBillingLessThan}">
    <h1 class="h1">${uiLabelMap.SmsBillingPilot}</h1>
    <p class="smsb-standing" role="status"><#if pilot.pilotEnabled>${uiLabelMap.SmsBillingPilotIsOn}<#else>${uiLabelMap.SmsBillingPilotIsOff}</#if></p>
    <div class="screenlet">
        <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.SmsBillingPilotMembers}</li></ul><br class="clear"/></div>
        <div class="screenlet-body">
            <@once "addSmsPilotMember">
                <p class="smsb-line"><label for="smsb-member">${uiLabelMap.SmsBillingPilotMember}</label> <input type="text" id="smsb-member" name="member" size="25" autocomplete="off" required="required"/></p>
                <p class="smsb-line"><label for="smsb-note">${uiLabelMap.SmsBillingPilotNote}</label> <input type="text" id="smsb-note" name="note" size="40" maxlength="100" autocomplete="off"/></p>
                <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingPilotAdd}</button></p>
            </@once>
            <ul class="smsb-members">
            <#list pilot.members as member>
                <li>${member.display}<#if member.note?has_content>, ${member.note}</#if>
                <@once "removeSmsPilotMember">
                    <input type="hidden" name="memberType" value="${member.memberType}"/><input type="hidden" name="memberValue" value="${member.memberValue}"/>
                    <button type="submit" class="smsb-button" aria-label="${uiLabelMap.SmsBillingPilotRemove}: ${member.display}">${uiLabelMap.SmsBillingPilotRemove}</button>
                </@once></li>
            <#else><li>${uiLabelMap.SmsBillingPilotNobody}</li>
            </#list>
            </ul>
        </div>
    </div>
    <div class="screenlet">
        <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.SmsBillingPilotWould}</li></ul><br class="clear"/></div>
        <div class="screenlet-body">
            <div class="table-scroll"><table class="basic-table">
                <thead><tr class="header-row"><th scope="col">${uiLabelMap.SmsBillingLedgerWhen}</th><th scope="col">${uiLabelMap.SmsBillingProfileWho}</th><th scope="col">${uiLabelMap.SmsBillingPilotInvoice}</th></tr></thead>
                <#list pilot.wouldHaveSent as run><tr><td>${run.when}</td><td>${run.name}</td><td>${run.invoiceId}</td></tr><#else><tr><td colspan="3">${uiLabelMap.SmsBillingPilotWouldNobody}</td></tr></#list>
            </table></div>
        </div>
    </div>
</div>
