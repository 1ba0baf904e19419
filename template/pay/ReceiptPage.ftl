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
<#assign receipt = page.receipt>
<@common.layout script=true title="ReceiptTitle">
<section class="card state state-paid" aria-labelledby="received">
    <div class="mark" aria-hidden="true"></div>
    <h1 id="received">${common.t("ReceiptTitle")}</h1>
    <p class="amount">${receipt.amountText}</p>
    <dl class="receipt">
        <dt>${common.t("ReceiptPaidTo")}</dt><dd>${receipt.brandName}</dd>
        <dt>${common.t("ReceiptInvoice")}</dt><dd>${receipt.invoicesText}</dd>
        <dt>${common.t("ReceiptMethod")}</dt><dd>${receipt.methodText}</dd>
        <dt>${common.t("ReceiptDate")}</dt><dd>${receipt.dateText}</dd>
        <dt>${common.t("ReceiptReference")}</dt><dd>${receipt.reference}</dd>
    </dl>
    <#if receipt.part><p class="hint">${common.t("ReceiptPart")}</p></#if>
    <#if receipt.bankAccount><p class="hint">${common.t("ReceiptBank")}</p></#if>
    <p class="hint no-print">${common.t("ReceiptThanks")}</p>
    <button id="print" type="button" class="second no-print" hidden>${common.t("ReceiptPrint")}</button>
</section>
<#if page.state == "PAYABLE">
<form class="card no-print rest" method="post" action="${base}/control/page">
    <@common.carried/><input type="hidden" name="lang" value="${page.language}">
    <p>${common.t("ReceiptRest")}</p>
    <button type="submit" class="second">${common.t("ReceiptPayRest")}</button>
</form>
</#if>
</@common.layout>
