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
<@common.layout script=true>
<section class="card summary" aria-labelledby="amount-label">
    <#assign one = page.invoices?size == 1 first = page.invoices[0]>
    <h1 id="amount-label" class="label">${common.t("AmountDue")}</h1>
    <p class="amount">${page.amountText}</p>
    <#if one>
        <#if first.dueText?has_content>
        <p class="due<#if first.overdue> overdue</#if>">${common.t(first.overdue?then("Overdue", "Due"), {"date": first.dueText})}</p>
        </#if>
        <p class="number">${common.t("Invoice", {"invoiceId": first.invoiceId})}<#if first.description?has_content> · ${first.description}</#if></p>
    <#else>
        <p class="number">${common.t("Invoices", {"count": page.invoices?size})}</p>
    </#if>
    <details>
        <summary>${common.t("Details")}</summary>
        <#list page.invoices as invoice>
        <#if !one>
        <h2>${common.t("Invoice", {"invoiceId": invoice.invoiceId})}</h2>
        <#if invoice.dueText?has_content><p class="due">${common.t(invoice.overdue?then("Overdue", "Due"), {"date": invoice.dueText})}</p></#if>
        </#if>
        <table class="lines">
            <tbody>
            <#list invoice.lines as line>
            <tr><th scope="row">${line.description}<#if line.quantityText?has_content> <span class="quantity">× ${line.quantityText}</span></#if></th>
                <td>${line.amountText}</td></tr>
            </#list>
            </tbody>
            <tfoot>
            <tr><th scope="row">${common.t("Total")}</th><td>${invoice.totalText}</td></tr>
            <#if invoice.paidText?has_content>
            <tr><th scope="row">${common.t("AlreadyPaid")}</th><td>−${invoice.paidText}</td></tr>
            <tr><th scope="row">${common.t("Open")}</th><td>${invoice.amountText}</td></tr>
            </#if>
            </tfoot>
        </table>
        <#if page.pdf!false>
        <#if page.grant?has_content>
        <form method="post" action="${base}/control/pdf/${token}/${invoice.invoiceId?url}" target="_blank" rel="noopener">
            <input type="hidden" name="grant" value="${page.grant}"><input type="hidden" name="lang" value="${page.localeString}">
            <button type="submit" class="link">${common.t("Pdf")}</button>
        </form>
        <#else>
        <p><a href="${base}/control/pdf/${token}/${invoice.invoiceId?url}?lang=${page.localeString}" target="_blank" rel="noopener">${common.t("Pdf")}</a></p>
        </#if>
        </#if>
        </#list>
    </details>
</section>

<noscript><p class="card notice">${common.t("NoScript")}<#if page.supportPhone?has_content> <@common.support/></#if></p></noscript>

<form id="pay" class="card" method="post" action="${base}/control/start" novalidate hidden data-progress="${base}/control/progress"
        data-quote="${base}/control/quote">
    <@common.carried/>
    <input type="hidden" name="amount" value="${page.amount?c}">
    <input type="hidden" name="dueAmount" value="${page.amount?c}">
    <input type="hidden" name="localeString" value="${page.localeString}">
    <input type="hidden" name="accountToken" value="">
    <input type="hidden" name="accountExpiry" value="">

    <div id="errors" class="errors" role="alert" tabindex="-1" hidden>
        <h2 id="errors-title">${common.t("ErrorTitle")}</h2>
        <ul id="errors-list"></ul>
    </div>

    <#if !one>
    <fieldset class="invoices">
        <legend>${common.t("Choose")}</legend>
        <#list page.invoices as invoice>
        <label class="invoice"><input type="checkbox" name="invoice" value="${invoice.invoiceId}" checked>
            <span class="what">${common.t("Invoice", {"invoiceId": invoice.invoiceId})}<#if invoice.dueText?has_content><small<#if invoice.overdue> class="overdue"</#if>
                    >${common.t(invoice.overdue?then("Overdue", "Due"), {"date": invoice.dueText})}</small></#if></span>
            <span class="much">${invoice.amountText}</span></label>
        </#list>
        <p id="chosen" class="chosen" role="status"></p>
    </fieldset>
    </#if>
    <#if page.lowerAllowed>
    <div class="lower">
        <label class="check"><input id="other" type="checkbox"><span>${common.t("OtherAmount")}</span></label>
        <div id="lower" hidden>
            <label for="typed">${common.t("Amount", {"currency": page.currencyUomId})}</label>
            <input id="typed" type="text" inputmode="decimal" maxlength="16" class="short" autocomplete="off" aria-describedby="typed-hint">
            <p id="typed-hint" class="hint"><#if page.minimumText?has_content>${common.t("AtLeast", {"minimum": page.minimumText})} </#if><#if !one>${common.t("OldestFirst")}</#if></p>
        </div>
    </div>
    </#if>

    <fieldset class="methods<#if page.methods?size == 1> single</#if>">
        <legend>${common.t("SelectMethod")}</legend>
        <#list page.methods as method>
        <label class="choice"><input type="radio" name="method" value="${method.methodType}"<#if method?is_first> checked</#if>>
            <span>${common.t("Method_" + method.methodType)}</span></label>
        </#list>
    </fieldset>

    <#list page.methods as method>
    <#assign type = method.methodType>
    <div class="panel" data-method="${type}" data-origin="${method.tokenizerOrigin}"
            data-error-account="${common.t("Error_" + type)}"<#if !method?is_first> hidden</#if>>
        <#if method.bankAccount>
        <fieldset class="kinds">
            <legend>${common.t("AccountKind")}</legend>
            <label class="choice"><input type="radio" name="methodType" value="CHECKING" checked><span>${common.t("Account_CHECKING")}</span></label>
            <label class="choice"><input type="radio" name="methodType" value="SAVINGS"><span>${common.t("Account_SAVINGS")}</span></label>
        </fieldset>
        <p class="label" id="frame-label-${type}">${common.t("Frame_" + type)}</p>
        <p class="hint">${common.t("FrameHint_" + type)}</p>
        </#if>
        <iframe id="frame-${type}" class="frame-${type?lower_case}" title="${common.t("Frame_" + type)}" data-src="${method.tokenizerUrl}"
                referrerpolicy="no-referrer"></iframe>
        <label for="name-${type}">${common.t("Name_" + type)}</label>
        <input id="name-${type}" data-field="payerName" data-error="${common.t("ErrorName")}" type="text" maxlength="100"
                autocomplete="${method.bankAccount?then("name", "cc-name")}" autocapitalize="words" required>
        <#if !method.bankAccount>
        <label for="postal-${type}">${common.t("Postal")}</label>
        <input id="postal-${type}" data-field="postalCode" data-error="${common.t("ErrorPostal")}" type="text" maxlength="10" class="short"
                autocomplete="billing postal-code" autocapitalize="characters" required>
        </#if>
        <label class="authorize"><input id="authorize-${type}" data-field="authorized" data-error="${common.t("ErrorAuthorize")}" type="checkbox"
                value="Y" required><span data-authorization="${type}">${method.authorizationText}</span></label>
    </div>
    </#list>

    <button id="submit" type="submit" data-busy="${common.t("Processing")}"><span class="spinner" aria-hidden="true"></span>
        <span id="submit-text">${common.t("Button", {"amount": page.amountText})}</span></button>
    <p id="status" class="status" role="status" aria-live="polite"></p>
    <p class="secure">${common.t("Secure", {"brandName": page.brandName})}</p>
</form>

<section id="checking" class="card state" tabindex="-1" hidden>
    <div class="big-spinner" aria-hidden="true"></div>
    <h1>${common.t("State_CHECKING_Title")}</h1>
    <p role="status">${common.t("Progress_CHECKING")}</p>
</section>

<form id="receipt" method="post" action="${base}/control/receipt" hidden>
    <@common.carried/>
    <input type="hidden" name="localeString" value="${page.localeString}">
    <input type="hidden" name="orderId" value="">
</form>
<@common.reopen/>
<p id="words" hidden data-connection="${common.t("ErrorConnection")}" data-reload="${common.t("Reload")}" data-choose-one="${common.t("ChooseOne")}"
        data-chosen="${common.t("ChosenDue", {"amount": "|"})}" data-plain="${common.t("ButtonPlain")}" data-amount="${common.t("Start_AMOUNT_NOT_VALID")}"></p>
</@common.layout>
