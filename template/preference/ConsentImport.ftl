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
<#-- Consents from a file: all or none -->
<div class="smsb smsb-page" data-text-less-than="${uiLabelMap.SmsBillingLessThan}">
    <h1 class="h1">${uiLabelMap.SmsBillingImportTitle}</h1>
    <p>${uiLabelMap.SmsBillingImportHelp}</p>
    <pre>number,evidence,state,date
+12125550147,"Signed lease, page 3",OPTED_IN,2026-01-15
212-555-0148,Asked by e-mail,OPTED_OUT,</pre>
    <form method="post" action="<@ofbizUrl>importSmsConsents</@ofbizUrl>" class="smsb-settings" data-smsb-once="${uiLabelMap.SmsBillingSaving}">
        <input type="hidden" name="organizationPartyId" value="${parameters.organizationPartyId}"/>
        <#if csrfTokens["importSmsConsents"]?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfTokens["importSmsConsents"]}"/></#if>
        <p><label for="smsb-file">${uiLabelMap.SmsBillingImportFile}</label> <input type="file" id="smsb-file" accept=".csv,text/csv,text/plain" data-smsb-into="smsb-csv"/></p>
        <p><label for="smsb-csv">${uiLabelMap.SmsBillingImportText}</label><br/>
        <textarea id="smsb-csv" name="csv" rows="12" cols="80" spellcheck="false" required="required">${parameters.csv!}</textarea></p>
        <p><label><input type="checkbox" name="confirmByText" value="Y"/> ${uiLabelMap.SmsBillingImportConfirm}</label></p>
        <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingImport}</button></p>
    </form>
</div>
