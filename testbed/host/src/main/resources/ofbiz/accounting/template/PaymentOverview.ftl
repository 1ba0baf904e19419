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
<#if !payment??>
<p class="h3">${uiLabelMap.AccountingNoPaymentsfound}</p>
<#else>
<div class="screenlet">
    <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.AccountingPaymentHeader}</li></ul><br class="clear"/></div>
    <div class="screenlet-body">
        <dl class="facts">
            <dt>${uiLabelMap.CommonType}</dt><dd>${type}</dd>
            <dt>${uiLabelMap.CommonStatus}</dt><dd id="payment-status">${status}</dd>
            <dt>${uiLabelMap.AccountingFromParty}</dt><dd>${payment.partyIdFrom}</dd>
            <dt>${uiLabelMap.AccountingToParty}</dt><dd>${payment.partyIdTo}</dd>
            <dt>${uiLabelMap.AccountingReference}</dt><dd>${payment.paymentRefNum!}</dd>
            <dt>${uiLabelMap.AccountingAmount}</dt><dd><@ofbizCurrency amount=payment.amount isoCode=payment.currencyUomId/></dd>
            <dt>${uiLabelMap.AccountingOpen}</dt><dd id="payment-open"><@ofbizCurrency amount=notApplied isoCode=payment.currencyUomId/></dd>
        </dl>
        <table class="basic-table">
            <#list applications as each>
            <tr><td>${each.invoiceId!each.toPaymentId!}</td>
                <td class="align-text"><@ofbizCurrency amount=each.amountApplied! isoCode=payment.currencyUomId/></td></tr>
            </#list>
        </table>
    </div>
</div>
</#if>
