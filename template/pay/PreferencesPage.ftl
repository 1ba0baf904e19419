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
<#import "Common.ftl" as common>
<#macro hidden action>
        <input type="hidden" name="token" value="${token}">
        <input type="hidden" name="lang" value="${page.language}">
        <input type="hidden" name="action" value="${action}">
</#macro>
<#macro topic name>
    <label class="authorize"><input type="checkbox" name="${name}" value="Y"<#if page[name]> checked</#if>>
        <span><strong>${common.t("PreferencesTopic_" + name)}</strong><br>${common.t("PreferencesTopicHelp_" + name)}</span></label>
</#macro>
<@common.layout>
<#if page.state != "FOUND">
<section class="card state state-${page.state?lower_case}">
    <div class="mark" aria-hidden="true"></div>
    <h1>${common.t((page.state == "UNAVAILABLE")?then("PreferencesTitle", "State_" + page.state + "_Title"))}</h1>
    <p>${common.t((page.state == "UNAVAILABLE")?then("PreferencesUnavailable", "State_" + page.state + "_Text"))}</p>
</section>
<#else>
<#if page.outcome?has_content>
<section class="card preferences-outcome outcome-${page.outcome?lower_case}" role="status" tabindex="-1" autofocus>
    <p class="notice">${common.t("Preferences_" + page.outcome, {"brandName": page.brandName})}</p>
</section>
</#if>
<section class="card">
    <h1>${common.t("PreferencesTitle")}</h1>
    <p>${common.t("PreferencesIntro", {"brandName": page.brandName})} <strong class="phone">${page.maskedNumber}</strong></p>
    <#if page.receives>
    <form method="post" action="${base}/control/changePreferences">
        <@hidden "SAVE"/>
        <fieldset><legend>${common.t("PreferencesTopics")}</legend>
            <@topic "invoices"/><@topic "reminders"/><@topic "receipts"/>
        </fieldset>
        <fieldset class="kinds three"><legend>${common.t("PreferencesLanguage")}</legend>
            <#list {"en": "English", "es": "Español", "fr": "Français"} as code, name>
            <label class="choice"><input type="radio" name="textLanguage" value="${code}"<#if code == page.textLanguage> checked</#if>><span lang="${code}">${name}</span></label>
            </#list>
        </fieldset>
        <button type="submit">${common.t("PreferencesSave")}</button>
    </form>
    <#elseif page.consent == "UNUSABLE">
    <p class="notice">${common.t("PreferencesUnusable")}</p>
    <#else>
    <p class="notice">${common.t("PreferencesNone", {"brandName": page.brandName})}</p>
    </#if>
</section>
<#if page.receives>
<section class="card">
    <h2>${common.t("PreferencesStopTitle")}</h2>
    <p>${common.t("PreferencesStopText", {"brandName": page.brandName})}</p>
    <form method="post" action="${base}/control/changePreferences">
        <@hidden "OPT_OUT"/>
        <button type="submit" class="second">${common.t("PreferencesStop")}</button>
    </form>
</section>
<#elseif page.consent != "UNUSABLE">
<section class="card">
    <h2>${common.t("PreferencesStartTitle")}</h2>
    <p>${common.t("PreferencesStartText", {"brandName": page.brandName})}</p>
    <form method="post" action="${base}/control/changePreferences">
        <@hidden "OPT_IN"/>
        <input type="hidden" name="textLanguage" value="${page.language}">
        <button type="submit">${common.t("PreferencesStart")}</button>
    </form>
</section>
</#if>
</#if>
</@common.layout>
