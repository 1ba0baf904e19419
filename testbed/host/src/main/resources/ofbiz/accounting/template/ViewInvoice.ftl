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
<#macro screenlet title>
<div class="screenlet">
    <div class="screenlet-title-bar"><ul><li class="h3">${title}</li></ul><br class="clear"/></div>
    <div class="screenlet-body"><#nested/></div>
</div>
</#macro>
<#if !invoice??>
<p class="h3">${uiLabelMap.AccountingInvoiceNotFound}</p>
<#else>
<@screenlet uiLabelMap.AccountingInvoiceHeader>
    <dl class="facts">
        <dt>${uiLabelMap.CommonType}</dt><dd>${type}</dd>
        <dt>${uiLabelMap.CommonStatus}</dt><dd id="invoice-status">${status}</dd>
        <dt>${uiLabelMap.AccountingFromParty}</dt><dd>${organization} [${invoice.partyIdFrom}]</dd>
        <dt>${uiLabelMap.AccountingToParty}</dt>
        <dd><a href="/partymgr/control/viewprofile?partyId=${invoice.partyId?url('UTF-8')}${StringUtil.wrapString(externalKeyParam)}">${customer} [${invoice.partyId}]</a></dd>
        <dt>${uiLabelMap.AccountingInvoiceDate}</dt><dd>${(invoice.invoiceDate?date)!}</dd>
        <dt>${uiLabelMap.AccountingDueDate}</dt><dd>${(invoice.dueDate?date)!}</dd>
        <dt>${uiLabelMap.CommonDescription}</dt><dd>${invoice.description!}</dd>
        <dt>${uiLabelMap.AccountingReference}</dt><dd>${invoice.referenceNumber!}</dd>
        <dt>${uiLabelMap.AccountingAmount}</dt><dd><@ofbizCurrency amount=total isoCode=invoice.currencyUomId/></dd>
        <dt>${uiLabelMap.AccountingOpen}</dt><dd id="invoice-open"><@ofbizCurrency amount=open isoCode=invoice.currencyUomId/></dd>
        <#list attributes as attribute><dt>${attribute.attrName}</dt><dd>${attribute.attrValue!}</dd></#list>
    </dl>
</@screenlet>
<@screenlet uiLabelMap.AccountingInvoiceItems>
    <div class="table-scroll"><table class="basic-table">
        <thead><tr class="header-row-2"><td>${uiLabelMap.CommonDescription}</td><td class="align-text">${uiLabelMap.AccountingQuantity}</td>
            <td class="align-text">${uiLabelMap.AccountingUnitPrice}</td></tr></thead>
        <#list items as item>
        <tr<#if item?index % 2 == 1> class="alternate-row"</#if>><td>${item.description!item.invoiceItemTypeId!}</td>
            <td class="align-text">${item.quantity!}</td><td class="align-text"><@ofbizCurrency amount=item.amount! isoCode=invoice.currencyUomId/></td></tr>
        </#list>
    </table></div>
</@screenlet>
<div class="lefthalf">
<@screenlet uiLabelMap.AccountingStatusHistory>
    <div class="table-scroll"><table class="basic-table">
        <#list statuses as each><tr><td>${each.date?datetime?string.short}</td><td>${each.status}</td></tr></#list>
    </table></div>
</@screenlet>
</div>
<div class="righthalf">
<@screenlet uiLabelMap.AccountingAppliedPayments>
    <div class="table-scroll"><table class="basic-table" id="applications">
        <#list applications as each>
        <tr><td><a href="<@ofbizUrl>paymentOverview?paymentId=${each.paymentId?url('UTF-8')}</@ofbizUrl>">${each.paymentId}</a></td><td>${(each.date?date)!}</td><td>${each.reference!}</td><td>${each.status!}</td>
            <td class="align-text"><@ofbizCurrency amount=each.amount! isoCode=invoice.currencyUomId/></td></tr>
        </#list>
    </table></div>
    <#if payable>
    <form method="post" action="<@ofbizUrl>recordPayment</@ofbizUrl>" class="find-form" onsubmit="submitFormDisableSubmits(this)">
        <input type="hidden" name="invoiceId" value="${invoice.invoiceId}"/>
        <input type="text" name="amount" size="10" inputmode="decimal" value="${open?c}" aria-label="${uiLabelMap.CommonAmount}"/>
        <input type="text" name="paymentRefNum" size="14" placeholder="${uiLabelMap.AccountingReference}" aria-label="${uiLabelMap.AccountingReference}"/>
        <input type="submit" class="smallSubmit" value="${uiLabelMap.AccountingRecordPayment}"/>
    </form>
    </#if>
</@screenlet>
</div>
<br class="clear"/>
</#if>
