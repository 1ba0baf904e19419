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
<#-- The bar is built as the theme builds its menus, so that it looks like OFBiz's own right above it -->
<div id="smsb-panel" class="smsb">
    <#assign charged = smsPayment.shown && (smsPayment.canVoid || smsPayment.canRefund)>
    <#if charged || smsThanks.shown && smsThanks.canSend>
    <div class="button-bar button-style-2 smsb-bar">
        <ul><li><ul>
            <#if smsThanks.shown && smsThanks.canSend>
            <li><a href="#smsb-panel" role="button" data-smsb-thank data-title="${smsEventLabelMap.SmsBillingThanksAgainTitle}"
                    data-question="${smsThanks.earlierText}" data-yes="${smsEventLabelMap.SmsBillingThanksSend}">${
                    smsEventLabelMap.SmsBillingThanksSend}</a></li>
            </#if>
            <#if charged && smsPayment.canVoid>
            <li><a href="#smsb-panel" role="button" aria-haspopup="dialog" data-smsb-void data-title="${smsPaymentLabelMap.SmsBillingPaymentVoid}"
                    data-question="${smsPayment.voidQuestion}" data-yes="${smsPaymentLabelMap.SmsBillingPaymentVoid}">${
                    smsPaymentLabelMap.SmsBillingPaymentVoid}</a></li>
            </#if>
            <#if charged && smsPayment.canRefund>
            <li><a href="#smsb-panel" role="button" aria-haspopup="dialog" data-smsb-refund data-refundable="${smsPayment.refundable}"
                    data-refundable-text="${smsPayment.refundableText}">${smsPaymentLabelMap.SmsBillingPaymentRefund}</a></li>
            </#if>
        </ul></li></ul>
    </div>
    </#if>
    <p id="smsb-outcome" class="smsb-error" role="alert" hidden></p>
    <#if smsThanks.shown>
        <#if smsThanks.earlierText?has_content><p class="smsb-notice" data-smsb-thanked>${smsThanks.earlierText}</p></#if>
        <#if smsThanks.whyNot?has_content><p class="smsb-notice">${smsEventLabelMap.SmsBillingThanksSend}: ${smsThanks.whyNot}</p></#if>
    </#if>
    <#if smsPayment.shown>
    <#if smsPayment.whyNot?has_content><p class="smsb-notice">${smsPayment.whyNot}</p></#if>
    <#if smsPayment.creditText?has_content><p class="smsb-notice">${smsPaymentLabelMap.SmsBillingPaymentCreditLeft} ${smsPayment.creditText}</p></#if>
    <div class="smsb-columns">
        <div class="screenlet" role="region" aria-labelledby="smsb-charge-title">
            <div class="screenlet-title-bar">
                <ul><li class="h3" id="smsb-charge-title">${smsPaymentLabelMap.SmsBillingPaymentCharge}</li></ul><br class="clear"/>
            </div>
            <div class="screenlet-body">
                <dl class="smsb-facts">
                    <dt>${smsPaymentLabelMap.SmsBillingPaymentState}</dt><dd data-smsb-state="${smsPayment.state}">${smsPayment.stateText}</dd>
                    <dt>${smsPaymentLabelMap.SmsBillingPaymentCharged}</dt><dd>${smsPayment.chargeText}<span class="smsb-aside"> ${smsPayment.methodText}</span></dd>
                    <dt>${smsPaymentLabelMap.SmsBillingPaymentDate}</dt><dd>${smsPayment.dateText}<#if smsPayment.payerName?has_content><span class="smsb-aside"> ${smsPayment.payerName}</span></#if><#if smsPayment.authorizationAddress?has_content>, <span class="smsb-aside">${smsPaymentLabelMap.SmsBillingPaymentFrom} ${smsPayment.authorizationAddress}</span></#if></dd>
                    <#if smsPayment.answerText?has_content><dt>${smsPaymentLabelMap.SmsBillingPaymentAnswer}</dt><dd>${smsPayment.answerText}</dd></#if>
                    <dt>${smsPaymentLabelMap.SmsBillingPaymentReference}</dt><dd class="smsb-id">${smsPayment.reference}</dd>
                    <dt>${smsPaymentLabelMap.SmsBillingPaymentOrder}</dt><dd class="smsb-id">${smsPayment.orderId}</dd>
                    <dt>${smsPaymentLabelMap.SmsBillingPaymentInvoices}</dt>
                    <dd><#list smsPayment.invoices as invoice><a href="/accounting/control/viewInvoice?invoiceId=${invoice.invoiceId?url('UTF-8')}">${invoice.invoiceId}</a>
                        ${invoice.amountText}<#sep><br/></#list></dd>
                    <dt>${smsPaymentLabelMap.SmsBillingPaymentAuthorization}</dt><dd>${smsPayment.authorizationText}</dd>
                </dl>
            </div>
        </div>
        <div class="screenlet" role="region" aria-labelledby="smsb-reversals-title">
            <div class="screenlet-title-bar">
                <ul><li class="h3" id="smsb-reversals-title">${smsPaymentLabelMap.SmsBillingPaymentReversals}</li></ul><br class="clear"/>
            </div>
            <div class="screenlet-body no-padding">
                <#if smsPayment.reversals?has_content>
                <table class="basic-table hover-bar smsb-audit smsb-stacked smsb-plain">
                    <thead><tr class="header-row">
                        <th scope="col">${smsLabelMap.SmsBillingTime}</th><th scope="col">${smsLabelMap.SmsBillingPerson}</th>
                        <th scope="col">${smsLabelMap.SmsBillingEvent}</th><th scope="col">${smsPaymentLabelMap.SmsBillingPaymentState}</th>
                    </tr></thead>
                    <tbody>
                    <#list smsPayment.reversals as reversal>
                        <tr class="<#if reversal?index % 2 == 1>alternate-row</#if>">
                            <td>${reversal.dateText}</td><td>${reversal.person}</td>
                            <td>${reversal.kindText} ${reversal.amountText}<#if reversal.refundPaymentId?has_content>
                                <span class="smsb-aside">${smsPaymentLabelMap.SmsBillingPaymentPayment} ${reversal.refundPaymentId}</span></#if></td>
                            <td>${reversal.stateText}<#if reversal.note?has_content><span class="smsb-aside">${reversal.note}</span></#if></td>
                        </tr>
                    </#list>
                    </tbody>
                </table>
                <#else>
                    <p class="smsb-empty">${smsPaymentLabelMap.SmsBillingPaymentNoReversals}</p>
                </#if>
            </div>
        </div>
    </div>
    </#if>
</div>
