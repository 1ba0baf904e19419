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
<#-- One row of a settings form: label, entry and a plain explanation that screen readers read with the entry -->
<#macro row name label help>
    <div class="smsb-field">
        <label for="smsb-${name}">${label}</label>
        <div class="smsb-entry"><#nested/><p id="smsb-${name}-help" class="smsb-help">${help}</p></div>
    </div>
</#macro>

<#macro text name label help type="text" size=40 inputmode="" placeholder="">
    <@row name=name label=label help=help>
        <input type="${type}" id="smsb-${name}" name="${name}" value="${(settings[name])!}" size="${size}" aria-describedby="smsb-${name}-help"
                autocomplete="off" spellcheck="false"<#if inputmode?has_content> inputmode="${inputmode}"</#if>
                <#if placeholder?has_content> placeholder="${placeholder}"</#if>/>
    </@row>
</#macro>

<#-- A secret is only ever written -->
<#macro secret name label help isSet setText>
    <@row name=name label=label help=help>
        <input type="password" id="smsb-${name}" name="${name}" value="" size="40" autocomplete="new-password"
                aria-describedby="smsb-${name}-set smsb-${name}-help"/>
        <span id="smsb-${name}-set" class="smsb-set"><#if isSet>${setText}</#if></span>
    </@row>
</#macro>

<#macro choice name label help options>
    <@row name=name label=label help=help>
        <select id="smsb-${name}" name="${name}" aria-describedby="smsb-${name}-help">
            <#list options as option>
                <option value="${option.code}"<#if option.code?string == ((settings[name])!)?string> selected="selected"</#if>>${option.name}</option>
            </#list>
        </select>
    </@row>
</#macro>

<#macro onOff name label help>
    <@choice name=name label=label help=help
            options=[{"code": "Y", "name": uiLabelMap.SmsBillingOn}, {"code": "N", "name": uiLabelMap.SmsBillingOff}]/>
</#macro>

<#macro formOpen target once>
    <form method="post" action="<@ofbizUrl>${target}</@ofbizUrl>" class="smsb-settings" data-smsb-once="${once}">
        <input type="hidden" name="organizationPartyId" value="${settings.organizationPartyId}"/>
        <#if csrfTokens[target]?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfTokens[target]}"/></#if>
        <#nested/>
    </form>
</#macro>

<#macro box title id="">
    <div class="screenlet"<#if id?has_content> id="${id}"</#if>>
        <div class="screenlet-title-bar"><ul><li class="h3">${title}</li></ul><br class="clear"/></div>
        <div class="screenlet-body"><#nested/></div>
    </div>
</#macro>
