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
<div class="screenlet">
    <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.AccountingInvoices}</li></ul><br class="clear"/></div>
    <div class="screenlet-body">
        <form method="get" action="<@ofbizUrl>findInvoices</@ofbizUrl>" class="find-form">
            <input type="search" name="findText" value="${parameters.findText!}" aria-label="${uiLabelMap.CommonFind}"/>
            <select name="statusId" aria-label="${uiLabelMap.CommonStatus}">
                <option value="">${uiLabelMap.AccountingAllStatuses}</option>
                <#list statuses as item>
                <option value="${item.statusId}"<#if item.statusId == parameters.statusId!> selected</#if>>${item.description!item.statusId}</option>
                </#list>
            </select>
            <input type="submit" class="smallSubmit" value="${uiLabelMap.CommonFind}"/>
        </form>
        <div class="table-scroll"><table class="basic-table hover-bar cards">
            <thead><tr class="header-row-2">
                <td>${uiLabelMap.CommonInvoice}</td><td>${uiLabelMap.AccountingToParty}</td><td>${uiLabelMap.AccountingFromParty}</td>
                <td>${uiLabelMap.AccountingInvoiceDate}</td><td>${uiLabelMap.AccountingDueDate}</td><td>${uiLabelMap.CommonStatus}</td>
                <td class="align-text">${uiLabelMap.AccountingAmount}</td><td class="align-text">${uiLabelMap.AccountingOpen}</td>
            </tr></thead>
            <#list invoices as invoice>
            <tr<#if invoice?index % 2 == 1> class="alternate-row"</#if>>
                <td><a class="buttontext" href="<@ofbizUrl>viewInvoice?invoiceId=${invoice.invoiceId}</@ofbizUrl>">${invoice.invoiceId}</a></td>
                <td data-label="${uiLabelMap.AccountingToParty}">${invoice.customer}</td>
                <td data-label="${uiLabelMap.AccountingFromParty}">${invoice.organization}</td>
                <td data-label="${uiLabelMap.AccountingInvoiceDate}">${(invoice.date?date)!}</td>
                <td data-label="${uiLabelMap.AccountingDueDate}">${(invoice.dueDate?date)!}</td>
                <td data-label="${uiLabelMap.CommonStatus}">${invoice.status}</td>
                <td class="align-text" data-label="${uiLabelMap.AccountingAmount}"><@ofbizCurrency amount=invoice.total isoCode=invoice.currency/></td>
                <td class="align-text" data-label="${uiLabelMap.AccountingOpen}"><@ofbizCurrency amount=invoice.open isoCode=invoice.currency/></td>
            </tr>
            </#list>
        </table></div>
    </div>
</div>
