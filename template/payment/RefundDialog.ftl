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
<dialog id="smsb-refund" class="smsb smsb-dialog smsb-small" aria-labelledby="smsb-refund-title">
    <form class="smsb-form" method="dialog" novalidate>
        <header class="smsb-dialog-head"><h2 id="smsb-refund-title">${smsPaymentLabelMap.SmsBillingPaymentRefund}</h2></header>
        <div class="smsb-dialog-body">
            <div class="smsb-row">
                <label for="smsb-refund-amount">${smsPaymentLabelMap.SmsBillingPaymentRefundAmount}</label>
                <input id="smsb-refund-amount" type="text" inputmode="decimal" autocomplete="off" maxlength="16" aria-describedby="smsb-refund-left smsb-refund-error"/>
                <p id="smsb-refund-left" class="smsb-size">${smsPaymentLabelMap.SmsBillingPaymentRefundLeft} <span data-part="left"></span></p>
            </div>
            <fieldset class="smsb-choices">
                <legend>${smsPaymentLabelMap.SmsBillingPaymentRefundInvoice}</legend>
                <label><input type="radio" name="reopen" value="Y" checked/> ${smsPaymentLabelMap.SmsBillingPaymentRefundOwed}</label>
                <label><input type="radio" name="reopen" value="N"/> ${smsPaymentLabelMap.SmsBillingPaymentRefundNotOwed}</label>
            </fieldset>
            <p id="smsb-refund-error" class="smsb-error" role="alert" data-part="error"></p>
            <p class="smsb-progress" role="status" data-part="progress" data-text="${smsPaymentLabelMap.SmsBillingPaymentRefunding}"></p>
        </div>
        <footer class="smsb-dialog-foot">
            <button type="button" class="smsb-button" data-smsb-close>${smsLabelMap.SmsBillingCancel}</button>
            <button type="submit" class="smsb-button smsb-main" data-part="refund">${smsPaymentLabelMap.SmsBillingPaymentRefund}</button>
        </footer>
    </form>
</dialog>
