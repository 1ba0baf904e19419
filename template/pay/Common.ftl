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
<#-- What all pay pages share. -->
<#-- Labels: t("Key") or t("Key", {"name": value}) -->
<#assign t = words>

<#-- title: key of the words in the title of the window -->
<#macro layout script=false title="">
<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${t(title?has_content?then(title, page.title!"Title"))}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/pay.css">
<#if script><script src="${base}/pay.js" defer></script></#if>
</head>
<body>
<header class="top">
    <div class="width">
        <#if page.brandName?has_content><p class="brand">${page.brandName}</p></#if>
        <@languages/>
    </div>
</header>
<main class="width">
<#nested>
</main>
<footer class="width">
    <#if page.supportPhone?has_content>
        <p><@support/></p>
    </#if>
    <#if page.preferencesPath?has_content>
        <p class="no-print"><a class="preferences" href="${base}${page.preferencesPath}">${t("PreferencesTitle")}</a></p>
    </#if>
</footer>
</body>
</html>
</#macro>

<#macro support>
<#local number>${page.supportPhone?replace("[^0-9+]", "", "r")}</#local>
${t("Support", {"phone": "|"})?split("|")[0]}<a class="phone" href="tel:${number}">${page.supportPhone}</a>${t("Support", {"phone": "|"})?split("|")[1]}
</#macro>

<#macro languages>
<nav class="languages" aria-label="${t("Language")}">
    <#list {"en": "English", "es": "Español", "fr": "Français"} as code, name>
    <#if page.grant?has_content>
    <form method="post" action="${base}/control/page">
        <@carried/><input type="hidden" name="lang" value="${code}">
        <button type="submit" class="language" lang="${code}" aria-label="${name}"<#if code == page.language> aria-current="true"</#if>>${code?upper_case}</button>
    </form>
    <#else>
    <a href="${base}/${page.languagePath!("control/p/" + token?url)}?lang=${code}" lang="${code}" hreflang="${code}" aria-label="${name}"<#if code == page.language> aria-current="true"</#if>>${code?upper_case}</a>
    </#if>
    </#list>
</nav>
</#macro>

<#-- What every form of a page takes along -->
<#macro carried>
<input type="hidden" name="token" value="${token}">
<#if page.grant?has_content><input type="hidden" name="grant" value="${page.grant}"></#if>
</#macro>

<#-- By which the script loads the page anew without losing the grant -->
<#macro reopen>
<form id="reopen" method="post" action="${base}/control/page" hidden><@carried/><input type="hidden" name="lang" value="${page.language}"></form>
</#macro>
