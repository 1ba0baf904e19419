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
<#if consequences?has_content>
    <p><strong>${uiLabelMap.SmsBillingDisconnectFirst}</strong></p>
    <ul class="smsb-points">
        <#list consequences.cycles as cycle><li>${cycle.cycleName}: ${uiLabelMap.SmsBillingDisconnectSteps} ${cycle.steps}</li></#list>
        <li>${uiLabelMap.SmsBillingDisconnectCases} ${consequences.openCases}</li>
        <li>${uiLabelMap.SmsBillingDisconnectQueued} ${consequences.queued}</li>
    </ul>
    <p>${uiLabelMap.SmsBillingDisconnectNoReturn}</p>
</#if>
