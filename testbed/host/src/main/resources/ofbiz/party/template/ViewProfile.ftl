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
<#if !party??>
<p class="h3">${uiLabelMap.PartyNotFound}</p>
<#else>
<h1>${name} [${party.partyId}]</h1>
<div class="screenlet">
    <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.PartyContactInformation}</li></ul><br class="clear"/></div>
    <div class="screenlet-body">
        <div class="table-scroll"><table class="basic-table">
            <thead><tr class="header-row-2"><td>${uiLabelMap.CommonType}</td><td>${uiLabelMap.PartyContact}</td><td>${uiLabelMap.PartyPurpose}</td></tr></thead>
            <#list contacts as contact>
            <tr><td>${contact.type}</td><td>${contact.text!}</td><td><#list contact.purposes as purpose>${purpose}<#sep>, </#list></td></tr>
            </#list>
        </table></div>
    </div>
</div>
<div class="screenlet">
    <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.PartyRoles}</li></ul><br class="clear"/></div>
    <div class="screenlet-body"><#list roles as role>${role}<#sep>, </#list></div>
</div>
</#if>
