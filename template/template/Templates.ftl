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
<#macro cell row>
    <#if row.own><span class="smsb-state smsb-on">${uiLabelMap.SmsBillingTemplateOwn}</span>
        <span class="smsb-aside">${row.versionText}</span>
    <#else><span class="smsb-state">${uiLabelMap.SmsBillingTemplateShipped}</span></#if>
    <a class="smsb-edit" href="<@ofbizUrl>EditSmsTemplate?${row.query}</@ofbizUrl>"
        >${uiLabelMap.SmsBillingTemplateEdit}<span class="smsb-unseen"> ${row.typeText}, ${row.languageText}</span></a>
</#macro>

<#macro texts title rows>
<div class="screenlet">
    <div class="screenlet-title-bar"><ul><li class="h3">${title}</li></ul><br class="clear"/></div>
    <div class="screenlet-body no-padding">
        <table class="basic-table hover-bar smsb-stacked smsb-templates">
            <caption class="smsb-unseen">${title}</caption>
            <thead><tr class="header-row">
                <th scope="col">${uiLabelMap.SmsBillingTemplateType}</th>
                <#list languages as language><th scope="col">${language.name}</th></#list>
            </tr></thead>
            <tbody>
            <#list rows as type>
                <tr<#if type?index % 2 == 1> class="alternate-row"</#if>>
                    <th scope="row">${type.typeText}</th>
                    <#list type.cells as row><td><span class="smsb-narrow-label">${row.languageText}</span><@cell row/></td></#list>
                </tr>
            </#list>
            </tbody>
        </table>
    </div>
</div>
</#macro>

<div class="smsb smsb-page">
    <h1 class="h1">${organizationName} <span class="smsb-aside">${uiLabelMap.SmsBillingTemplateTitle}</span></h1>
    <p class="smsb-intro">${uiLabelMap.SmsBillingTemplateIntro}</p>
    <@texts uiLabelMap.SmsBillingTemplateTexts smsTypes/>
    <@texts uiLabelMap.SmsBillingTemplateMails mailTypes/>

    <div class="screenlet" id="more">
        <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.SmsBillingTemplateMore}</li></ul><br class="clear"/></div>
        <div class="screenlet-body">
            <p class="smsb-intro">${uiLabelMap.SmsBillingTemplateMoreIntro}</p>
            <#if further?has_content>
            <table class="basic-table hover-bar smsb-stacked">
                <thead><tr class="header-row">
                    <th scope="col">${uiLabelMap.SmsBillingTemplateName}</th>
                    <th scope="col">${uiLabelMap.SmsBillingTemplateType}</th>
                    <th scope="col">${uiLabelMap.SmsBillingTemplateLanguage}</th>
                    <th scope="col">${uiLabelMap.SmsBillingTemplateUse}</th>
                    <th scope="col">${uiLabelMap.SmsBillingTemplateInUse?cap_first}</th>
                </tr></thead>
                <tbody>
                <#list further as row>
                    <tr<#if row?index % 2 == 1> class="alternate-row"</#if>>
                        <td>${row.templateName}</td>
                        <td>${row.typeText}<#if row.channel == "EMAIL"> (${uiLabelMap.SmsBillingTemplateMails})</#if></td>
                        <td>${row.languageText}</td>
                        <td><#if row.usual>${uiLabelMap.SmsBillingTemplateUseUsual}<#else>${uiLabelMap.SmsBillingTemplateUseNamed}</#if></td>
                        <td><@cell row/></td>
                    </tr>
                </#list>
                </tbody>
            </table>
            <#else><p>${uiLabelMap.SmsBillingTemplateNoMore}</p></#if>
        </div>
    </div>

    <div class="screenlet" id="new">
        <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.SmsBillingTemplateNew}</li></ul><br class="clear"/></div>
        <div class="screenlet-body">
            <p class="smsb-intro">${uiLabelMap.SmsBillingTemplateNewIntro}</p>
            <form method="get" action="<@ofbizUrl>EditSmsTemplate</@ofbizUrl>" class="smsb-settings">
                <input type="hidden" name="organizationPartyId" value="${parameters.organizationPartyId}"/>
                <#list [["messageType", uiLabelMap.SmsBillingTemplateType, types], ["channel", uiLabelMap.SmsBillingTemplateChannel, channels],
                        ["localeString", uiLabelMap.SmsBillingTemplateLanguage, allLanguages],
                        ["defaultForType", uiLabelMap.SmsBillingTemplateUse, uses]] as field>
                <div class="smsb-field">
                    <label for="smsb-new-${field[0]}">${field[1]}</label>
                    <div class="smsb-entry"><select id="smsb-new-${field[0]}" name="${field[0]}">
                        <#list field[2] as option><option value="${option.code}">${option.name}</option></#list>
                    </select></div>
                </div>
                </#list>
                <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingTemplateWrite}</button></p>
            </form>
        </div>
    </div>
</div>
