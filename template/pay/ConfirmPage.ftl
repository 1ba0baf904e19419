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
<#-- The question before a page that shows something personal: nothing personal is here. -->
<#import "Common.ftl" as common>
<#assign code = page.check == "ONE_TIME_CODE" problem = (page.outcome!"") != "" && page.outcome != "SENT">
<@common.layout title="ConfirmTitle">
<section class="card confirm" aria-labelledby="confirm-title">
    <h1 id="confirm-title">${common.t("ConfirmTitle")}</h1>
    <#if problem><div class="errors" role="alert"><p id="confirm-error">${common.t("Confirm_" + page.outcome)}</p></div></#if>
    <#if code && !page.codeSent>
    <p>${common.t("Confirm_ONE_TIME_CODE")}</p>
    <#else>
    <p<#if code> role="status"</#if>>${common.t(code?then("ConfirmCodeSent", "Confirm_POSTAL_CODE"))}</p>
    <form method="post" action="${base}/control/confirm">
        <input type="hidden" name="token" value="${token}">
        <input type="hidden" name="lang" value="${page.language}">
        <label for="answer">${common.t(code?then("ConfirmCode", "ConfirmPostal"))}</label>
        <input id="answer" name="answer" type="text" class="short" required<#if problem> aria-invalid="true" aria-describedby="confirm-error" autofocus</#if>
            <#if code>inputmode="numeric" autocomplete="one-time-code" maxlength="10"<#else>autocomplete="billing postal-code" autocapitalize="characters" maxlength="12"</#if>>
        <button type="submit">${common.t("ConfirmButton")}</button>
    </form>
    </#if>
    <#if code>
    <form method="post" action="${base}/control/code">
        <input type="hidden" name="token" value="${token}">
        <input type="hidden" name="lang" value="${page.language}">
        <button type="submit"<#if page.codeSent> class="link"</#if>>${common.t(page.codeSent?then("ConfirmSendAgain", "ConfirmSend"))}</button>
    </form>
    </#if>
</section>
</@common.layout>
