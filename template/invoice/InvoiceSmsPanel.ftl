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
<#if smsOverview.resend!false><#assign sendLabel = smsLabelMap.SmsBillingResend><#else><#assign sendLabel = smsLabelMap.SmsBillingSend></#if>
<div id="smsb-panel" class="smsb">
    <div class="button-bar button-style-2 smsb-bar">
        <ul><li><ul>
            <li<#if !smsOverview.canSend> class="disabled"</#if>>
                <#if smsOverview.canSend>
                    <a href="#smsb-panel" role="button" aria-haspopup="dialog" data-smsb-send>${sendLabel}</a>
                <#else>
                    <a class="smsb-disabled" role="button" aria-disabled="true" tabindex="0" aria-describedby="smsb-why-not">${sendLabel}</a>
                </#if>
            </li>
        </ul></li></ul>
        <#if !smsOverview.canSend><p id="smsb-why-not" class="smsb-why-not">${smsOverview.whyNot!}</p></#if>
    </div>

    <#list smsOverview.paymentNotices![] as notice>
    <p class="smsb-notice" role="status">${notice.text}<#if notice.paymentId?has_content>
        <a href="<@ofbizUrl>paymentOverview?paymentId=${notice.paymentId?url('UTF-8')}</@ofbizUrl>">${notice.linkText}</a></#if><#if notice.unclear!false>
        <a href="/smsbilling/control/UnclearSmsPayments">${notice.linkText}</a></#if></p>
    </#list>
    <#assign thanks = smsThanks!>
    <#if thanks?has_content && thanks.shown>
    <div class="smsb-thanks" role="group" aria-label="${smsEventLabelMap.SmsBillingThanksSent}">
        <p>${thanks.paymentText} ${thanks.earlierText}${thanks.whyNot}<#if thanks.canSend>
            <button type="button" class="smsb-button" data-smsb-thank-payment="${thanks.paymentId}" data-title="${smsEventLabelMap.SmsBillingThanksAgainTitle}"
                data-question="${thanks.earlierText}" data-yes="${smsEventLabelMap.SmsBillingThanksSend}">${smsEventLabelMap.SmsBillingThanksSend}</button></#if></p>
        <p class="smsb-error" role="alert" hidden></p>
    </div>
    </#if>
    <#include "component://smsbilling/template/invoice/InvoiceReminders.ftl"/>

    <#assign link = smsOverview.link!>
    <#assign audit = smsOverview.audit![]>
    <#if smsOverview.smsSentDateText?has_content || link?has_content || audit?has_content>
    <div class="smsb-columns">
        <div class="screenlet" role="region" aria-labelledby="smsb-other-title">
            <div class="screenlet-title-bar">
                <ul><li class="h3" id="smsb-other-title">${smsLabelMap.SmsBillingOtherInformation}</li></ul><br class="clear"/>
            </div>
            <div class="screenlet-body">
                <dl class="smsb-facts">
                    <dt>${smsLabelMap.SmsBillingSmsSent}</dt>
                    <dd>
                        <#if smsOverview.smsSentDateText?has_content>
                            ${smsOverview.smsSentDateText}
                            <#if smsOverview.smsSentTo?has_content
                                ><span class="smsb-aside">${smsLabelMap.SmsBillingTo} ${smsOverview.smsSentTo}</span></#if>
                        <#else>
                            ${smsLabelMap.SmsBillingNotSentYet}
                        </#if>
                    </dd>
                    <#if link?has_content>
                        <dt>${smsLabelMap.SmsBillingLinkExpiresOn}</dt>
                        <dd>
                            <#if link.state == "ACTIVE">
                                ${link.expiresDateText}
                                <span class="smsb-countdown" role="timer"
                                        data-smsb-expires="${link.expiresEpochMillis?c}" data-smsb-now="${link.nowEpochMillis?c}"
                                        data-days="${smsLabelMap.SmsBillingDays}" data-hours="${smsLabelMap.SmsBillingHours}"
                                        data-minutes="${smsLabelMap.SmsBillingMinutes}" data-seconds="${smsLabelMap.SmsBillingSeconds}"></span>
                                <#if link.canExpire>
                                    <button type="button" class="smsb-button smsb-quiet" aria-haspopup="dialog" data-smsb-expire
                                            data-title="${smsLabelMap.SmsBillingExpireLink}"
                                            data-question="${smsLabelMap.SmsBillingExpireLinkQuestion}"
                                            data-yes="${smsLabelMap.SmsBillingExpireLink}" data-done="${smsLabelMap.SmsBillingLinkExpired}"
                                            >${smsLabelMap.SmsBillingExpireLink}</button>
                                </#if>
                            <#else>
                                <strong class="smsb-ended">${link.closedText!smsLabelMap.SmsBillingLinkExpired}</strong>
                            </#if>
                        </dd>
                    </#if>
                </dl>
            </div>
        </div>
        <div class="screenlet" role="region" aria-labelledby="smsb-audit-title">
            <div class="screenlet-title-bar">
                <ul><li class="h3" id="smsb-audit-title">${smsLabelMap.SmsBillingAuditHistory}</li></ul><br class="clear"/>
            </div>
            <div class="screenlet-body no-padding">
                <#if audit?has_content>
                <table class="basic-table hover-bar smsb-audit smsb-stacked">
                    <thead><tr class="header-row">
                        <th scope="col">${smsLabelMap.SmsBillingTime}</th>
                        <th scope="col">${smsLabelMap.SmsBillingPerson}</th>
                        <th scope="col">${smsLabelMap.SmsBillingEvent}</th>
                        <th scope="col"><span class="smsb-unseen">${smsLabelMap.SmsBillingMoreDetails}</span></th>
                    </tr></thead>
                    <tbody>
                    <#list audit as event>
                        <tr class="<#if event?index % 2 == 1>alternate-row</#if>"<#if event?index gte 5> hidden</#if>>
                            <td>${event.eventDateText}</td>
                            <td>${event.person!}</td>
                            <td>${event.kindText}<#if event.note?has_content><span class="smsb-aside">${event.note}</span></#if></td>
                            <td><#if event.messageId?has_content><button type="button" class="smsb-button smsb-link" aria-haspopup="dialog"
                                    data-smsb-details="${event.messageId}"
                                    aria-label="${smsLabelMap.SmsBillingMoreDetails}: ${event.kindText}, ${event.eventDateText}"
                                    >${smsLabelMap.SmsBillingMoreDetails}</button></#if></td>
                        </tr>
                    </#list>
                    </tbody>
                </table>
                <#if audit?size gt 5>
                    <p class="smsb-more"><button type="button" class="smsb-button smsb-link" data-smsb-more>${
                        smsLabelMap.SmsBillingShowMore}</button></p>
                </#if>
                <#else>
                    <p class="smsb-empty">${smsLabelMap.SmsBillingNoHistory}</p>
                </#if>
            </div>
        </div>
    </div>
    </#if>
</div>
