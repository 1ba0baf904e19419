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
<#assign checking = page.state == "CHECKING">
<#assign debit = page.state == "PAID" && (page.bankPending!false)>
<#assign key = "State_" + debit?then("DEBIT", page.state)>
<#assign fresh = page.freshChannel!"">
<#assign noFresh = page.state == "EXPIRED" && fresh == "">
<#assign text = noFresh?then("State_EXPIRED_NoFresh", (page.state == "EXPIRED" && fresh == "EMAIL")?then("State_EXPIRED_ByMail", key + "_Text"))>
<@common.layout script=checking title=key + "_Title">
<section class="card state state-${page.state?lower_case}"<#if checking> id="waiting" data-progress="${base}/control/progress" data-token="${token}"
        data-locale="${page.localeString}"</#if>>
    <#if checking><div class="big-spinner" aria-hidden="true"></div><#else><div class="mark" aria-hidden="true"></div></#if>
    <h1>${common.t(key + "_Title")}</h1>
    <p<#if checking> role="status"</#if>>${common.t(text)}</p>
    <#if noFresh && page.supportPhone?has_content><p><@common.support/></p></#if>
    <#if page.state == "EXPIRED" && !noFresh>
    <form method="post" action="${base}/control/fresh">
        <input type="hidden" name="token" value="${token}">
        <input type="hidden" name="localeString" value="${page.localeString}">
        <button type="submit">${common.t("FreshButton")}</button>
    </form>
    </#if>
</section>
<#if checking><@common.reopen/></#if>
</@common.layout>
