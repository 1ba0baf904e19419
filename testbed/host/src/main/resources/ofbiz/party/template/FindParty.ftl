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
<div class="screenlet">
    <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.PartyParties}</li></ul><br class="clear"/></div>
    <div class="screenlet-body">
        <div class="table-scroll"><table class="basic-table hover-bar">
            <#list parties as party>
            <tr><td><a class="buttontext" href="<@ofbizUrl>viewprofile?partyId=${party.partyId}</@ofbizUrl>">${party.partyId}</a></td><td>${party.name!}</td></tr>
            </#list>
        </table></div>
    </div>
</div>
