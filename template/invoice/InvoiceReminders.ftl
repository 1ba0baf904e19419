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
<#assign r = smsReminders!>
<#if r?has_content && r.payable>
<div class="screenlet smsb-reminders" role="region" aria-labelledby="smsb-reminders-title">
    <div class="screenlet-title-bar"><ul><li class="h3" id="smsb-reminders-title">${smsLabelMap.SmsBillingReminders}</li></ul><br class="clear"/></div>
    <div class="screenlet-body">
        <#if r.paused>
            <p class="smsb-notice">${r.pauseText}<#if r.note?has_content> <span class="smsb-aside">${r.note}</span></#if></p>
        </#if>
        <#if r.next?has_content>
            <p>${smsLabelMap.SmsBillingRemindersCycle} ${r.cycleName}</p>
            <ul class="smsb-points">
            <#list r.next as step>
                <li>${step.timeText}: ${step.communicationText}, ${step.typeText}<#if step.recipient?has_content>, ${step.recipient}</#if><#if step.later>
                    <span class="smsb-aside">${smsLabelMap.SmsBillingDryRun_leavesText}: ${step.leavesText}</span></#if><#if step.why?has_content>
                    <strong>${step.why}</strong></#if></li>
            </#list>
            </ul>
        <#else>
            <p><#if r.cycleName?has_content>${smsLabelMap.SmsBillingRemindersDone}<#else>${smsLabelMap.SmsBillingNoReminder_NO_CYCLE}</#if></p>
        </#if>
        <#if r.canSend>
            <form class="smsb-inline" data-smsb-remind data-occurrence="${r.occurrence}">
                <#if r.whyNot?has_content>
                    <p class="smsb-help">${r.whyNot}</p>
                <#else>
                    <label for="smsb-tone">${smsLabelMap.SmsBillingRemindTone}</label>
                    <select id="smsb-tone" name="messageType"><#list r.tones as tone><option value="${tone.code}">${tone.name}</option></#list></select>
                    <button type="submit" class="smsb-button">${smsLabelMap.SmsBillingRemindNow}</button>
                </#if>
            </form>
            <#if r.paused>
                <form class="smsb-inline" data-smsb-resume><button type="submit" class="smsb-button">${smsLabelMap.SmsBillingResume}</button></form>
            <#else>
            <details>
                <summary>${smsLabelMap.SmsBillingPause}</summary>
                <form class="smsb-pause" data-smsb-pause>
                    <p><label for="smsb-scope">${smsLabelMap.SmsBillingPauseScope}</label>
                        <select id="smsb-scope" name="pauseScope"><option value="INVOICE">${smsLabelMap.SmsBillingPauseInvoice}</option>
                            <option value="CUSTOMER">${smsLabelMap.SmsBillingPauseCustomer}</option></select></p>
                    <p><label for="smsb-reason">${smsLabelMap.SmsBillingPauseReason}</label>
                        <select id="smsb-reason" name="pauseReason"><#list ["PROMISE_TO_PAY", "DISPUTE", "OTHER"] as reason
                            ><option value="${reason}">${smsLabelMap["SmsBillingPauseReason_" + reason]}</option></#list></select></p>
                    <p><label for="smsb-until">${smsLabelMap.SmsBillingPauseUntil}</label>
                        <input type="date" id="smsb-until" name="untilDate" min="${r.today}"/></p>
                    <p><label for="smsb-note">${smsLabelMap.SmsBillingPauseNote}</label>
                        <input type="text" id="smsb-note" name="note" maxlength="200" autocomplete="off"/></p>
                    <p><button type="submit" class="smsb-button">${smsLabelMap.SmsBillingPause}</button></p>
                </form>
            </details>
            </#if>
        </#if>
    </div>
</div>
</#if>
