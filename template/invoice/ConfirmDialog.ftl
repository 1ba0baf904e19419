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
<dialog id="smsb-confirm" class="smsb smsb-dialog smsb-small" role="alertdialog"
        aria-labelledby="smsb-confirm-title" aria-describedby="smsb-confirm-question">
    <div class="smsb-form">
        <header class="smsb-dialog-head"><h2 id="smsb-confirm-title"></h2></header>
        <div class="smsb-dialog-body"><p id="smsb-confirm-question"></p></div>
        <footer class="smsb-dialog-foot">
            <button type="button" class="smsb-button" data-smsb-close>${smsLabelMap.SmsBillingCancel}</button>
            <button type="button" class="smsb-button smsb-main" data-smsb-yes></button>
        </footer>
    </div>
</dialog>
