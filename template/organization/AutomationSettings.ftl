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
<fieldset><legend>${uiLabelMap.SmsBillingByThemselves}</legend>
    <@choice name="invoiceTrigger" label=uiLabelMap.SmsBillingInvoiceTrigger help=uiLabelMap.SmsBillingInvoiceTriggerHelp
            options=[{"code": "NONE", "name": uiLabelMap.SmsBillingTrigger_NONE}, {"code": "INVOICE_READY", "name": uiLabelMap.SmsBillingTrigger_READY},
                {"code": "INVOICE_APPROVED", "name": uiLabelMap.SmsBillingTrigger_APPROVED},
                {"code": "INVOICE_SENT", "name": uiLabelMap.SmsBillingTrigger_SENT}]/>
    <@text name="invoiceMaxAgeDays" label=uiLabelMap.SmsBillingInvoiceMaxAge help=uiLabelMap.SmsBillingInvoiceMaxAgeHelp size=5 inputmode="numeric"/>
    <@onOff name="receiptOnline" label=uiLabelMap.SmsBillingReceiptOnline help=uiLabelMap.SmsBillingReceiptOnlineHelp/>
    <@choice name="receiptManual" label=uiLabelMap.SmsBillingReceiptManual help=uiLabelMap.SmsBillingReceiptManualHelp
            options=[{"code": "OFF", "name": uiLabelMap.SmsBillingReceipt_OFF}, {"code": "ASK", "name": uiLabelMap.SmsBillingReceipt_ASK},
                {"code": "AUTOMATIC", "name": uiLabelMap.SmsBillingReceipt_AUTOMATIC}]/>
    <@onOff name="failedPaymentEnabled" label=uiLabelMap.SmsBillingFailedPayment help=uiLabelMap.SmsBillingFailedPaymentHelp/>
</fieldset>
