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
<#macro hidden target>
    <input type="hidden" name="organizationPartyId" value="${template.organizationPartyId}"/>
    <input type="hidden" name="templateId" value="${template.templateId}"/>
    <#if csrfTokens[target]?has_content><input type="hidden" name="${csrfTokenName}" value="${csrfTokens[target]}"/></#if>
</#macro>
<#assign mail = template.channel == "EMAIL">
<div id="smsb" class="smsb smsb-page" data-user-login-id="${userLogin.userLoginId}" data-external-login-key="${externalLoginKey!}"
        data-page="<@ofbizUrl>EditSmsTemplate?${query}</@ofbizUrl>" data-text-signed-out="${uiLabelMap.SmsBillingSignedOut}"
        data-text-unreachable="${uiLabelMap.SmsBillingUnreachable}" data-text-failed="${uiLabelMap.SmsBillingRequestFailed}"
        data-text-less-than="${uiLabelMap.SmsBillingLessThan}">
    <p><a href="<@ofbizUrl>SmsTemplates?organizationPartyId=${template.organizationPartyId?url('UTF-8')}</@ofbizUrl>"
        >&larr; ${uiLabelMap.SmsBillingTemplateBack}</a></p>
    <h1 class="h1"><#if template.defaultForType == "N" && template.templateName?has_content>${template.templateName}: </#if>${template.typeText}
        <span class="smsb-aside">${template.languageText}, <#if mail>${uiLabelMap.SmsBillingTemplateMails}<#else
            >${uiLabelMap.SmsBillingTemplateTexts}</#if></span></h1>
    <p class="smsb-intro">${template.typeHelp}
        <#if template.own><span class="smsb-state smsb-on">${ownText}</span><#else>${uiLabelMap.SmsBillingTemplateIsShipped}</#if></p>

    <div class="smsb-editor" data-organization-party-id="${template.organizationPartyId}" data-message-type="${template.messageType}"
            data-channel="${template.channel}" data-locale-string="${template.localeString}"
            data-text-none="${uiLabelMap.SmsBillingTemplateNoProblems}"
            data-text-not-shown="${uiLabelMap.SmsBillingTemplateNotShown}" data-text-loading="${uiLabelMap.SmsBillingTemplateLoading}"
            data-text-unsaved="${uiLabelMap.SmsBillingTemplateUnseen}" data-text-goto="${uiLabelMap.SmsBillingTemplateGoto}"
            data-text-use="${words.useText}" data-text-replace="${words.replaceText}" data-text-error="${uiLabelMap.SmsBillingTemplateError}"
            data-text-warning="${uiLabelMap.SmsBillingTemplateWarning}" data-text-sending="${uiLabelMap.SmsBillingTemplateTestSending}"
            data-text-less-than="${uiLabelMap.SmsBillingLessThan}" data-text-sent="${uiLabelMap.SmsBillingTemplateTestSent}">
        <form method="post" action="<@ofbizUrl>saveSmsTemplate</@ofbizUrl>" class="smsb-write" data-part="form"
                data-smsb-once="${uiLabelMap.SmsBillingTemplateSaving}">
            <@hidden "saveSmsTemplate"/>
            <#list ["messageType", "channel", "localeString", "defaultForType", "baseVersion"] as name>
            <input type="hidden" name="${name}" value="${template[name]}"/>
            </#list>
            <#if template.defaultForType == "N" && !template.templateId?has_content>
            <p class="smsb-row"><label for="smsb-templateName">${uiLabelMap.SmsBillingTemplateName}</label>
                <input type="text" id="smsb-templateName" name="templateName" value="${template.templateName}" maxlength="60"
                        required="required"/></p>
            </#if>
            <#if mail>
            <p class="smsb-row"><label for="smsb-subject">${uiLabelMap.SmsBillingTemplateSubject}</label>
                <input type="text" id="smsb-subject" name="subject" value="${template.subject}" maxlength="300" data-part="subject"
                    autocomplete="off" lang="${template.localeString?replace("_", "-")}"/></p>
            </#if>
            <label for="smsb-body">${uiLabelMap.SmsBillingTemplateBody}</label>
            <textarea id="smsb-body" name="body" rows="<#if mail>14<#else>6</#if>" data-part="body"
                aria-describedby="smsb-body-help smsb-findings" lang="${template.localeString?replace("_", "-")}">${template.body}</textarea>
            <p id="smsb-body-help" class="smsb-help">${uiLabelMap.SmsBillingTemplateBodyHelp}</p>
            <h2 class="smsb-small-head">${uiLabelMap.SmsBillingTemplateProblems}</h2>
            <ul id="smsb-findings" class="smsb-findings" data-part="findings" aria-live="polite"></ul>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main" data-part="save">${uiLabelMap.SmsBillingTemplateSave}</button>
                <span class="smsb-aside" data-part="unsaved" role="status"></span></p>
        </form>

        <div class="smsb-try">
            <h2 class="smsb-small-head">${uiLabelMap.SmsBillingTemplatePreview}</h2>
            <div class="smsb-choices">
                <p class="smsb-row"><label for="smsb-with">${uiLabelMap.SmsBillingTemplateTryWith}</label>
                    <select id="smsb-with" data-part="with">
                        <#list template.samples as sample><option value="${sample.code}" data-sample="Y">${sample.name}</option></#list>
                        <#list template.invoices as invoice><option value="${invoice.code}">${invoice.name}</option></#list>
                    </select></p>
                <#if !mail>
                <p class="smsb-row"><label for="smsb-country">${uiLabelMap.SmsBillingTemplateCountry}</label>
                    <select id="smsb-country" data-part="country">
                        <#list template.countries as country><option value="${country.countryCode}"<#if country.countryCode == template.countryCode>
                            selected="selected"</#if>>${country.name} (${country.dialCode})</option></#list>
                    </select></p>
                </#if>
            </div>
            <div aria-live="polite">
                <p class="smsb-mail-subject" data-part="shownSubject"></p>
                <div class="smsb-bubble" data-part="shown" lang="${template.localeString?replace("_", "-")}"></div>
                <p class="smsb-size" data-part="size"></p>
                <ul class="smsb-findings" data-part="foreign"></ul>
            </div>
            <p class="smsb-error" data-part="failure" role="alert"></p>

            <#if !mail>
            <form class="smsb-test" data-part="test">
                <h2 class="smsb-small-head">${uiLabelMap.SmsBillingTemplateTestTitle}</h2>
                <p class="smsb-help" id="smsb-test-help">${uiLabelMap.SmsBillingTemplateTestIntro}</p>
                <p class="smsb-row"><label for="smsb-test-number">${uiLabelMap.SmsBillingTemplateTestNumber}</label>
                    <input type="tel" id="smsb-test-number" data-part="number" autocomplete="tel" aria-describedby="smsb-test-help"
                        required="required"/></p>
                <p class="smsb-actions"><button type="submit" class="smsb-button"
                        data-part="send">${uiLabelMap.SmsBillingTemplateTestSend}</button></p>
                <p data-part="outcome" role="status"></p>
            </form>
            </#if>
        </div>
        <details class="smsb-tokens" open="open"><summary>${uiLabelMap.SmsBillingTemplateTokens}</summary>
            <p class="smsb-help">${uiLabelMap.SmsBillingTemplateTokensHelp}</p>
            <ul><#list template.tokens as token>
                <li><button type="button" class="smsb-button smsb-token" data-smsb-token="${token.written}" data-smsb-inserted="${token.inserted}"
                    >${token.inserted}</button> <span>${token.help}</span></li>
            </#list></ul>
        </details>
    </div>

    <details class="smsb-shipped"><summary>${uiLabelMap.SmsBillingTemplateShippedText}</summary>
        <#if mail><p><strong>${template.shippedSubject}</strong></p></#if>
        <pre>${template.shippedBody}</pre>
    </details>
    <#if template.own>
    <form method="post" action="<@ofbizUrl>resetSmsTemplate</@ofbizUrl>"
            <#if template.defaultForType == "Y">data-smsb-ask="${uiLabelMap.SmsBillingTemplateResetTitle}"
            data-smsb-question="${uiLabelMap.SmsBillingTemplateResetQuestion}" data-smsb-yes="${uiLabelMap.SmsBillingTemplateReset}"
            <#else>data-smsb-ask="${uiLabelMap.SmsBillingTemplateRetireTitle}" data-smsb-question="${uiLabelMap.SmsBillingTemplateRetireQuestion}"
            data-smsb-yes="${uiLabelMap.SmsBillingTemplateRetire}"</#if>>
        <@hidden "resetSmsTemplate"/>
        <p class="smsb-actions"><button type="submit" class="smsb-button" id="smsb-reset"><#if template.defaultForType == "Y"
            >${uiLabelMap.SmsBillingTemplateReset}<#else>${uiLabelMap.SmsBillingTemplateRetire}</#if></button></p>
    </form>
    </#if>

    <#if template.versions?has_content>
    <div class="screenlet" id="versions">
        <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.SmsBillingTemplateVersions}</li></ul><br class="clear"/></div>
        <div class="screenlet-body no-padding">
            <table class="basic-table smsb-stacked">
                <thead><tr class="header-row">
                    <th scope="col">${uiLabelMap.SmsBillingTemplateVersionNumber}</th>
                    <th scope="col">${uiLabelMap.SmsBillingTemplateWhen}</th>
                    <th scope="col">${uiLabelMap.SmsBillingTemplateWho}</th>
                    <th scope="col">${uiLabelMap.SmsBillingTemplateBody}</th>
                    <th scope="col">${uiLabelMap.SmsBillingAction}</th>
                </tr></thead>
                <tbody>
                <#list template.versions as version>
                    <tr>
                        <td>${version.version}<#if version.active> <span class="smsb-state
                                smsb-on">${uiLabelMap.SmsBillingTemplateInUse}</span></#if></td>
                        <td>${version.createdText}</td>
                        <td>${version.createdBy}</td>
                        <td><details><summary>${uiLabelMap.SmsBillingTemplateView}<span class="smsb-unseen"> ${version.version}</span></summary>
                            <#if mail><p><strong>${version.subject}</strong></p></#if><pre>${version.body}</pre></details></td>
                        <td><#if !version.active>
                            <form method="post" action="<@ofbizUrl>restoreSmsTemplateVersion</@ofbizUrl>">
                                <@hidden "restoreSmsTemplateVersion"/>
                                <input type="hidden" name="version" value="${version.version}"/>
                                <button type="submit" class="smsb-button smsb-quiet">${uiLabelMap.SmsBillingTemplateRestore}<span
                                    class="smsb-unseen"> ${version.version}</span></button>
                            </form></#if></td>
                    </tr>
                </#list>
                </tbody>
            </table>
        </div>
    </div>
    </#if>
</div>
<#include "component://smsbilling/template/invoice/ConfirmDialog.ftl"/>
