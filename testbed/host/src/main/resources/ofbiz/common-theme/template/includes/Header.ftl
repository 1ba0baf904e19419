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
<#assign settings = layoutSettings!{}>
<html lang="${locale.toLanguageTag()}">
<head>
    <meta charset="UTF-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>${(settings.companyName)!"OFBiz"}: <#if titleProperty?has_content>${uiLabelMap[titleProperty]}<#else>${title!}</#if></title>
    <link rel="icon" href="data:,"/>
    <link rel="stylesheet" href="<@ofbizContentUrl>/common-theme/css/style.css</@ofbizContentUrl>"/>
    <#list settings.styleSheets![] as styleSheet>
    <link rel="stylesheet" href="<@ofbizContentUrl>${StringUtil.wrapString(styleSheet)}</@ofbizContentUrl>"/>
    </#list>
    <script src="<@ofbizContentUrl>/common-theme/js/util.js</@ofbizContentUrl>"></script>
    <#list settings.javaScripts![] as javaScript>
    <script src="<@ofbizContentUrl>${StringUtil.wrapString(javaScript)}</@ofbizContentUrl>" type="text/javascript"></script>
    </#list>
</head>
<body>
<div class="page-container">
    <a class="skip" href="#content-main-section">${uiLabelMap.CommonSkipNavigation}</a>
    <#if userLogin??>
    <nav id="main-navigation-bar" aria-label="${uiLabelMap.CommonApplications}">
        <ul id="app-bar-list">
            <#list appBar as app>
            <li class="app-btn<#if app.selected> selected</#if>"><a href="${StringUtil.wrapString(app.url)}">${app.title!}</a></li>
            </#list>
        </ul>
        <div id="main-nav-bar-right">
            <span id="user-name">${userLogin.userLoginId}</span>
            <a href="<@ofbizUrl>logout</@ofbizUrl>">${uiLabelMap.CommonLogout}</a>
        </div>
    </nav>
    </#if>
    <main id="content-main-section">
