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
<div class="smsb smsb-page">
    <h1 class="h1">${uiLabelMap.SmsBillingApplication}</h1>
    <p class="smsb-intro">
        <#if administrator>${uiLabelMap.SmsBillingStartAdministrator}<#else>${uiLabelMap.SmsBillingStartClerk}</#if>
        <a href="/ar/control/findInvoices${StringUtil.wrapString(keyParameter)}">${uiLabelMap.SmsBillingFindInvoices}</a>
    </p>
    <div class="screenlet">
        <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.SmsBillingOrganizations}</li></ul><br class="clear"/></div>
        <div class="screenlet-body no-padding">
            <#if organizations?has_content>
            <table class="basic-table hover-bar smsb-stacked">
                <thead><tr class="header-row">
                    <th scope="col">${uiLabelMap.SmsBillingName}</th>
                    <th scope="col">${uiLabelMap.SmsBillingStatus}</th>
                    <th scope="col">${uiLabelMap.SmsBillingTheSender}</th>
                    <th scope="col"><#if administrator>${uiLabelMap.SmsBillingAction}</#if></th>
                </tr></thead>
                <tbody>
                <#list organizations as organization>
                    <tr<#if organization?index % 2 == 1> class="alternate-row"</#if>>
                        <td>${organization.organizationName!organization.organizationPartyId}
                            <span class="smsb-aside">${organization.organizationPartyId}</span></td>
                        <td><#if organization.connected><span class="smsb-state smsb-on">${organization.statusText}</span>
                            <#else><span class="smsb-state">${organization.statusText}</span></#if></td>
                        <td>${organization.sender!}</td>
                        <td><#if administrator && organization.canAdmin!true>
                            <a class="buttontext"
                                href="<@ofbizUrl>EditSmsOrganization?organizationPartyId=${organization.organizationPartyId?url('UTF-8')}</@ofbizUrl>"
                                ><#if organization.connected>${uiLabelMap.SmsBillingSettings}<#else>${uiLabelMap.SmsBillingSetUp}</#if
                                ><span class="smsb-unseen"> ${organization.organizationName!organization.organizationPartyId}</span></a>
                        </#if></td>
                    </tr>
                </#list>
                </tbody>
            </table>
            <#else>
                <p class="smsb-empty">${explanation!}</p>
            </#if>
        </div>
    </div>
</div>
