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
<dialog id="smsb-send" class="smsb smsb-dialog" aria-labelledby="smsb-send-title"
        data-text-loading="${smsLabelMap.SmsBillingLoading}" data-text-sending="${smsLabelMap.SmsBillingSending}"
        data-text-checking="${smsLabelMap.SmsBillingCheckingNumber}" data-text-number-good="${smsLabelMap.SmsBillingNumberGood}"
        data-text-earlier="${smsLabelMap.SmsBillingAlreadySent}"
        data-text-other="${smsLabelMap.SmsBillingOtherNumber}" data-text-segments="${smsLabelMap.SmsBillingSegmentsCount}"
        data-text-segment="${smsLabelMap.SmsBillingSegmentCount}" data-text-price="${smsLabelMap.SmsBillingEstimatedPrice}"
        data-text-pending="${smsLabelMap.SmsBillingStillUnderWay}"
        data-text-reachable="${smsLabelMap.SmsBillingReachableDone}" data-text-reason="${smsLabelMap.SmsBillingReachableReasonMissing}"
        data-text-earlier-title="${smsLabelMap.SmsBillingAlreadySentTitle}"
        data-text-continue="${smsLabelMap.SmsBillingContinue}">
    <form class="smsb-form" novalidate>
        <header class="smsb-dialog-head">
            <h2 id="smsb-send-title">${smsLabelMap.SmsBillingSendText}</h2>
            <button type="button" class="smsb-close" aria-label="${smsLabelMap.SmsBillingClose}" data-smsb-close data-part="close">&times;</button>
        </header>
        <div class="smsb-dialog-body">
            <p class="smsb-progress" role="status" data-part="progress"></p>
            <div data-part="entry">
                <div class="smsb-row">
                    <label for="smsb-to">${smsLabelMap.SmsBillingToLabel}</label>
                    <select id="smsb-to" data-part="to" aria-describedby="smsb-number-status"></select>
                </div>
                <div class="smsb-row smsb-other-number" data-part="other" hidden>
                    <div class="smsb-country">
                        <label for="smsb-country">${smsLabelMap.SmsBillingCountryCode}</label>
                        <select id="smsb-country" data-part="country"></select>
                    </div>
                    <div class="smsb-number">
                        <label for="smsb-number">${smsLabelMap.SmsBillingMobileNumber}</label>
                        <input id="smsb-number" type="tel" inputmode="tel" autocomplete="off" maxlength="30" data-part="number"
                                aria-describedby="smsb-number-status"/>
                    </div>
                </div>
                <p id="smsb-number-status" class="smsb-number-status" role="status" data-part="numberStatus"></p>
                <div class="smsb-row smsb-reachable" data-part="reachable" hidden>
                    <label for="smsb-reachable-reason">${smsLabelMap.SmsBillingReachableReason}</label>
                    <input id="smsb-reachable-reason" type="text" autocomplete="off" maxlength="255" data-part="reason" aria-describedby="smsb-reachable-help"/>
                    <p class="smsb-help" id="smsb-reachable-help">${smsLabelMap.SmsBillingReachableHelp}</p>
                    <p><button type="button" class="smsb-button" data-part="allow">${smsLabelMap.SmsBillingReachableDo}</button></p>
                </div>
                <div class="smsb-row" role="group" aria-labelledby="smsb-message-label" aria-describedby="smsb-message-size">
                    <span id="smsb-message-label" class="smsb-label">${smsLabelMap.SmsBillingMessage}
                        <span class="smsb-aside">${smsLabelMap.SmsBillingMessageReadOnly}</span></span>
                    <div class="smsb-bubble" tabindex="0" data-part="message"></div>
                    <p id="smsb-message-size" class="smsb-size" data-part="size"></p>
                </div>
                <p class="smsb-notice" data-part="later" hidden></p>
                <p class="smsb-sender"><span class="smsb-label">${smsLabelMap.SmsBillingSender}</span> <span data-part="sender"></span></p>
            </div>
            <p class="smsb-error" role="alert" data-part="error"></p>
        </div>
        <footer class="smsb-dialog-foot">
            <button type="button" class="smsb-button" data-smsb-close data-part="cancel">${smsLabelMap.SmsBillingCancel}</button>
            <button type="submit" class="smsb-button smsb-main" data-part="send">${smsLabelMap.SmsBillingSendNow}</button>
            <button type="button" class="smsb-button smsb-main" data-smsb-close data-part="done" hidden>${smsLabelMap.SmsBillingClose}</button>
        </footer>
    </form>
</dialog>
