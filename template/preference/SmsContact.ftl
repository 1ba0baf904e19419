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
<#-- Who of a customer is texted about what, for one organization -->
<#macro once target>
    <form method="post" action="<@ofbizUrl>${target}</@ofbizUrl>" class="smsb-settings" data-smsb-once="${uiLabelMap.SmsBillingSaving}">
        <input type="hidden" name="organizationPartyId" value="${profile.organizationPartyId}"/>
        <input type="hidden" name="customerPartyId" value="${profile.customerPartyId}"/>
        <#if csrfTokens[target]?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfTokens[target]}"/></#if>
        <#nested/>
    </form>
</#macro>
<#macro tick id name label on>
    <label class="smsb-tick" for="${id}"><input type="checkbox" id="${id}" name="${name}" value="Y"<#if on> checked="checked"</#if>/> ${label}</label>
</#macro>
<div class="smsb smsb-page smsb-contact" data-text-less-than="${uiLabelMap.SmsBillingLessThan}">
    <p><a href="/partymgr/control/viewprofile?partyId=${profile.customerPartyId?url('UTF-8')}${keyParameter}">&larr; ${uiLabelMap.SmsBillingProfileBack}</a></p>
    <h1 class="h1">${customerName} <span class="smsb-aside">${profile.customerPartyId}, ${profile.organizationName}</span></h1>

    <#list profile.people as person>
    <#assign n = person?index>
    <div class="screenlet">
        <div class="screenlet-title-bar"><ul><li class="h3"><#if person.customer>${uiLabelMap.SmsBillingProfileCustomer}: ${customerName}<#else>${uiLabelMap.SmsBillingProfileContact}: ${person.name}</#if></li></ul><br class="clear"/></div>
        <div class="screenlet-body">
        <@once "saveSmsPreference">
            <input type="hidden" name="partyId" value="${person.partyId}"/>
            <fieldset><legend>${uiLabelMap.SmsBillingProfileTexts}</legend>
            <#if person.customer>
                <@tick "smsb-off-${n}" "allOff" uiLabelMap.SmsBillingProfileAllOff person.off/>
            <#else>
                <p class="smsb-line"><label for="smsb-role-${n}">${uiLabelMap.SmsBillingProfileRole}</label>
                <select id="smsb-role-${n}" name="recipientRole">
                    <#list roles as role><option value="${role.code}"<#if role.code == person.role> selected="selected"</#if>>${role.name}</option></#list>
                </select></p>
            </#if>
                <@tick "smsb-invoices-${n}" "invoices" uiLabelMap.SmsBillingTopicInvoices person.invoices/>
                <@tick "smsb-reminders-${n}" "reminders" uiLabelMap.SmsBillingTopicReminders person.reminders/>
                <@tick "smsb-receipts-${n}" "receipts" uiLabelMap.SmsBillingTopicReceipts person.receipts/>
                <p class="smsb-line"><label for="smsb-number-${n}">${uiLabelMap.SmsBillingProfileNumber}</label>
                <select id="smsb-number-${n}" name="contactNumber"><option value="">${uiLabelMap.SmsBillingProfileBestNumber}</option>
                    <#list person.numbers as number><#if number.e164?has_content>
                    <option value="${number.e164}"<#if number.e164 == person.contactNumber> selected="selected"</#if>>${number.display}</option></#if></#list>
                </select></p>
                <p class="smsb-line"><label for="smsb-language-${n}">${uiLabelMap.SmsBillingProfileLanguage}</label>
                <select id="smsb-language-${n}" name="localeString"><option value="">${uiLabelMap.SmsBillingProfileOwnLanguage}</option>
                    <#list languages as language><option value="${language.code}"<#if language.code == person.localeString> selected="selected"</#if>>${language.name}</option></#list>
                </select></p>
            </fieldset>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingSave}</button></p>
        </@once>
        <#list person.numbers as number>
        <section class="smsb-number" id="smsb-number-${n}-${number?index}" aria-label="${number.display}">
            <h2 class="h3">${number.display} <span class="smsb-aside">${number.purpose}</span></h2>
            <#if number.whyNot?has_content><p class="smsb-error">${number.whyNot}</p></#if>
            <#if number.ownChoice?has_content><p class="smsb-help">${number.ownChoice}</p></#if>
            <#if number.e164?has_content>
            <p>${uiLabelMap.SmsBillingProfileConsent}: <strong>${number.consentText}</strong></p>
            <#if number.ledger?has_content>
            <div class="table-scroll"><table class="basic-table smsb-stacked smsb-plain">
                <thead><tr class="header-row"><th scope="col">${uiLabelMap.SmsBillingLedgerWhen}</th><th scope="col">${uiLabelMap.SmsBillingLedgerWhat}</th>
                    <th scope="col">${uiLabelMap.SmsBillingLedgerHow}</th><th scope="col">${uiLabelMap.SmsBillingLedgerEvidence}</th><th scope="col">${uiLabelMap.SmsBillingLedgerWho}</th></tr></thead>
                <#list number.ledger as line><tr><td>${line.when}</td><td>${line.state}<#if line.everywhere> (${uiLabelMap.SmsBillingLedgerEverywhere})</#if></td><td>${line.source}</td><td>${line.evidence}</td><td>${line.who}</td></tr></#list>
            </table></div>
            </#if>
            <#if number.mayRelease>
            <#assign typing = parameters.contactNumber! == number.e164 && parameters.reason??>
            <@once "markSmsNumberReachable">
                <input type="hidden" name="contactNumber" value="${number.e164}"/>
                <p class="smsb-line"><label for="smsb-reachable-${n}-${number?index}">${uiLabelMap.SmsBillingReachableReason}</label>
                <input type="text" id="smsb-reachable-${n}-${number?index}" name="reason" size="40" maxlength="255" autocomplete="off" required="required"
                    value="<#if typing>${parameters.reason}</#if>" aria-describedby="smsb-reachable-help-${n}-${number?index}"/></p>
                <p class="smsb-help" id="smsb-reachable-help-${n}-${number?index}">${uiLabelMap.SmsBillingReachableHelp}</p>
                <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main" data-smsb-reachable>${uiLabelMap.SmsBillingReachableDo}</button></p>
            </@once>
            </#if>
            <#if number.mayOptIn || number.mayOptOut>
            <@once "recordSmsConsent">
                <input type="hidden" name="partyId" value="${person.partyId}"/>
                <input type="hidden" name="contactNumber" value="${number.e164}"/>
                <input type="hidden" name="consentSource" value="CLERK"/>
                <p class="smsb-line"><label for="smsb-evidence-${n}-${number?index}">${uiLabelMap.SmsBillingLedgerEvidence}</label>
                <input type="text" id="smsb-evidence-${n}-${number?index}" name="evidence" size="40" maxlength="255" autocomplete="off" aria-describedby="smsb-evidence-help-${n}-${number?index}"/></p>
                <p class="smsb-help" id="smsb-evidence-help-${n}-${number?index}">${uiLabelMap.SmsBillingLedgerEvidenceHelp}</p>
                <p class="smsb-actions">
                <#if number.mayOptIn><button type="submit" class="smsb-button" name="consentState" value="OPTED_IN">${uiLabelMap.SmsBillingRecordOptIn}</button></#if>
                <#if number.mayOptOut><button type="submit" class="smsb-button" name="consentState" value="OPTED_OUT">${uiLabelMap.SmsBillingRecordOptOut}</button></#if></p>
            </@once>
            </#if>
            </#if>
        </section>
        <#else><p>${uiLabelMap.SmsBillingProfileNoNumber}</p>
        </#list>
        </div>
    </div>
    </#list>

    <#if administrator>
    <div class="screenlet">
        <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.SmsBillingPersonalData}</li></ul><br class="clear"/></div>
        <div class="screenlet-body">
            <p class="smsb-help">${uiLabelMap.SmsBillingPersonalDataHelp}</p>
            <p><a class="smsb-button" href="<@ofbizUrl>exportSmsPersonalData?partyId=${profile.customerPartyId?url('UTF-8')}&amp;organizationPartyId=${profile.organizationPartyId?url('UTF-8')}</@ofbizUrl>">${uiLabelMap.SmsBillingExport}</a></p>
            <@once "eraseSmsPersonalData">
                <input type="hidden" name="partyId" value="${profile.customerPartyId}"/>
                <p><label><input type="checkbox" name="confirmed" value="Y" id="smsb-confirmed" autocomplete="off"/> ${uiLabelMap.SmsBillingEraseTick}</label></p>
                <p class="smsb-actions"><button type="submit" class="smsb-button smsb-danger" data-smsb-needs="smsb-confirmed">${uiLabelMap.SmsBillingErase}</button></p>
            </@once>
        </div>
    </div>
    </#if>
</div>
