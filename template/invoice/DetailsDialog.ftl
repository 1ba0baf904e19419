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
<dialog id="smsb-details" class="smsb smsb-dialog" aria-labelledby="smsb-details-title" data-text-loading="${smsLabelMap.SmsBillingLoading}">
    <div class="smsb-form">
        <header class="smsb-dialog-head">
            <h2 id="smsb-details-title">${smsLabelMap.SmsBillingMoreDetails}</h2>
            <button type="button" class="smsb-close" aria-label="${smsLabelMap.SmsBillingClose}" data-smsb-close>&times;</button>
        </header>
        <div class="smsb-dialog-body">
            <p class="smsb-progress" role="status" data-part="progress"></p>
            <p class="smsb-error" role="alert" data-part="error"></p>
            <div data-part="content" hidden>
                <div class="smsb-row">
                    <span class="smsb-label">${smsLabelMap.SmsBillingMessageContent}</span>
                    <div class="smsb-bubble" tabindex="0" data-value="body"></div>
                </div>
                <dl class="smsb-facts">
                    <dt>${smsLabelMap.SmsBillingPhoneNumber}</dt>
                    <dd><span data-value="contactNumberDisplay"></span> <span class="smsb-aside" data-value="recipientName"></span></dd>
                    <dt>${smsLabelMap.SmsBillingOutcome}</dt><dd data-value="statusText"></dd>
                    <dt>${smsLabelMap.SmsBillingReason}</dt><dd data-value="errorText"></dd>
                    <dt>${smsLabelMap.SmsBillingCreated}</dt>
                    <dd><span data-value="createdDateText"></span> <span class="smsb-aside" data-value="createdBy"></span></dd>
                    <dt>${smsLabelMap.SmsBillingSentAt}</dt><dd data-value="sentDateText"></dd>
                    <dt>${smsLabelMap.SmsBillingProviderId}</dt><dd class="smsb-id" data-value="providerMessageId"></dd>
                    <dt>${smsLabelMap.SmsBillingMadeFrom}</dt>
                    <dd><#if security.hasEntityPermission("SMSBILLING", "_ADMIN", userLogin)><a href="/smsbilling/control/EditSmsTemplate"
                        data-href-query="templateQuery" data-value="templateText"></a><#else><span data-value="templateText"></span></#if></dd>
                    <dt>${smsLabelMap.SmsBillingSegments}</dt>
                    <dd><span data-value="segments"></span> <span class="smsb-aside" data-value="encoding"></span></dd>
                    <dt>${smsLabelMap.SmsBillingPrice}</dt><dd data-value="priceText"></dd>
                </dl>
            </div>
        </div>
        <footer class="smsb-dialog-foot">
            <button type="button" class="smsb-button smsb-main" data-smsb-close>${smsLabelMap.SmsBillingClose}</button>
        </footer>
    </div>
</dialog>
