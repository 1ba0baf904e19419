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
<div id="smsb" data-invoice-id="${parameters.invoiceId}" data-user-login-id="${userLogin.userLoginId}"
        data-external-login-key="${externalLoginKey!}" data-page="<@ofbizUrl>viewInvoice?invoiceId=${parameters.invoiceId?url('UTF-8')}</@ofbizUrl>"
        data-text-signed-out="${smsLabelMap.SmsBillingSignedOut}" data-text-unreachable="${smsLabelMap.SmsBillingUnreachable}"
        data-text-failed="${smsLabelMap.SmsBillingRequestFailed}" data-text-less-than="${smsLabelMap.SmsBillingLessThan}">
    <div id="smsb-panel-place"><#include "component://smsbilling/template/invoice/InvoiceSmsPanel.ftl"/></div>
    <p id="smsb-announcement" class="smsb-unseen" role="status"></p>
    <#include "component://smsbilling/template/invoice/SendTextDialog.ftl"/>
    <#include "component://smsbilling/template/invoice/DetailsDialog.ftl"/>
    <#include "component://smsbilling/template/invoice/ConfirmDialog.ftl"/>
</div>
