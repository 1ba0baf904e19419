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
<#include "component://smsbilling/template/organization/FieldMacros.ftl"/>
<div class="smsb smsb-page" data-text-less-than="${uiLabelMap.SmsBillingLessThan}">
    <p><a href="<@ofbizUrl>main</@ofbizUrl>">&larr; ${uiLabelMap.SmsBillingBackToOrganizations}</a></p>
    <h1 class="h1">${settings.organizationName!settings.organizationPartyId} <span class="smsb-aside">${settings.organizationPartyId}</span></h1>
    <div class="smsb-standing" role="status">
        <#if settings.stoppedReason?has_content>
            <p class="smsb-error"><strong>${uiLabelMap.SmsBillingStopped}:</strong> ${settings.stoppedReason}</p>
        <#else>
            <p><span class="smsb-state<#if settings.connected> smsb-on</#if>">${settings.statusText}</span></p>
        </#if>
        <#if settings.capNotice?has_content><p class="smsb-error">${settings.capNotice}</p></#if>
        <#if settings.notReady?has_content>
            <p>${uiLabelMap.SmsBillingNotReadyTitle}</p>
            <ul class="smsb-points"><#list settings.notReady as missing><li>${missing}</li></#list></ul>
        <#elseif settings.connected>
            <p>${uiLabelMap.SmsBillingReady}</p>
        </#if>
    </div>

    <@box uiLabelMap.SmsBillingCarrier>
        <p class="smsb-intro">${uiLabelMap.SmsBillingCarrierIntro}</p>
        <@formOpen "connectSmsOrganization" uiLabelMap.SmsBillingConnecting>
            <fieldset>
                <@text name="twilioAccountSid" label=uiLabelMap.SmsBillingTwilioAccountSid help=uiLabelMap.SmsBillingTwilioAccountSidHelp size=40/>
                <@secret name="twilioAuthToken" label=uiLabelMap.SmsBillingTwilioAuthToken help=uiLabelMap.SmsBillingTwilioAuthTokenHelp
                        isSet=settings.hasTwilioAuthToken!false setText=twilioAuthTokenSet/>
                <@text name="sender" label=uiLabelMap.SmsBillingTheSender help=uiLabelMap.SmsBillingTheSenderHelp/>
            </fieldset>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main"
                ><#if settings.connected>${uiLabelMap.SmsBillingReconnect}<#else>${uiLabelMap.SmsBillingConnect}</#if></button></p>
        </@formOpen>
        <p class="smsb-help">${uiLabelMap.SmsBillingPricingIntro}
            <a href="https://www.twilio.com/en-us/sms/pricing" target="_blank" rel="noopener noreferrer">${uiLabelMap.SmsBillingPricing}</a></p>
    </@box>

    <@box uiLabelMap.SmsBillingProcessor>
        <p class="smsb-intro">${uiLabelMap.SmsBillingProcessorIntro}</p>
        <@formOpen "connectSmsCardProcessor" uiLabelMap.SmsBillingConnecting>
            <#if settings.processorConnected!false><p><span class="smsb-state smsb-on">${uiLabelMap.SmsBillingProcessorConnected}</span></p></#if>
            <fieldset>
                <@text name="cardSite" label=uiLabelMap.SmsBillingCardSite help=uiLabelMap.SmsBillingCardSiteHelp size=20/>
                <@text name="cardMerchantId" label=uiLabelMap.SmsBillingCardMerchantId help=uiLabelMap.SmsBillingCardMerchantIdHelp size=20
                        inputmode="numeric"/>
                <@text name="cardUser" label=uiLabelMap.SmsBillingCardUser help=uiLabelMap.SmsBillingCardUserHelp size=20/>
                <@secret name="cardPassword" label=uiLabelMap.SmsBillingCardPassword help=uiLabelMap.SmsBillingCardPasswordHelp
                        isSet=settings.hasCardPassword!false setText=cardPasswordSet/>
            </fieldset>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main"
                ><#if settings.processorConnected!false>${uiLabelMap.SmsBillingReconnectProcessor}<#else
                >${uiLabelMap.SmsBillingConnectProcessor}</#if></button></p>
        </@formOpen>
    </@box>

    <@box uiLabelMap.SmsBillingSettings>
        <@formOpen "updateSmsOrganization" uiLabelMap.SmsBillingSaving>
            <fieldset><legend>${uiLabelMap.SmsBillingPayments}</legend>
                <@onOff name="cardEnabled" label=uiLabelMap.SmsBillingCardEnabled help=uiLabelMap.SmsBillingCardEnabledHelp/>
                <@onOff name="bankAccountEnabled" label=uiLabelMap.SmsBillingBankAccountEnabled help=uiLabelMap.SmsBillingBankAccountEnabledHelp/>
                <@choice name="partialApproval" label=uiLabelMap.SmsBillingPartialApproval help=uiLabelMap.SmsBillingPartialApprovalHelp
                        options=partialApprovals/>
                <@onOff name="partialPaymentAllowed" label=uiLabelMap.SmsBillingPartialPaymentAllowed
                        help=uiLabelMap.SmsBillingPartialPaymentAllowedHelp/>
                <@text name="partialPaymentMinimum" label=uiLabelMap.SmsBillingPartialPaymentMinimum
                        help=uiLabelMap.SmsBillingPartialPaymentMinimumHelp size=8 inputmode="decimal"/>
                <@choice name="payPageCheck" label=uiLabelMap.SmsBillingPayPageCheck help=uiLabelMap.SmsBillingPayPageCheckHelp
                        options=payPageChecks/>
            </fieldset>
            <fieldset><legend>${uiLabelMap.SmsBillingPayPage}</legend>
                <@text name="publicBaseUrl" label=uiLabelMap.SmsBillingPublicBaseUrl help=uiLabelMap.SmsBillingPublicBaseUrlHelp
                        type="url" placeholder="https://pay.example.com"/>
                <@text name="brandName" label=uiLabelMap.SmsBillingBrandName help=uiLabelMap.SmsBillingBrandNameHelp/>
                <@text name="supportPhone" label=uiLabelMap.SmsBillingSupportPhone help=uiLabelMap.SmsBillingSupportPhoneHelp type="tel" size=20/>
                <@text name="linkLifetimeDays" label=uiLabelMap.SmsBillingLinkLifetimeDays help=uiLabelMap.SmsBillingLinkLifetimeDaysHelp
                        size=5 inputmode="numeric"/>
            </fieldset>
            <#include "component://smsbilling/template/organization/AutomationSettings.ftl"/>
            <#include "component://smsbilling/template/organization/ReminderSettings.ftl"/>
            <#include "component://smsbilling/template/organization/InboundSettings.ftl"/>
            <#include "component://smsbilling/template/organization/ConsentSettings.ftl"/>
            <fieldset><legend>${uiLabelMap.SmsBillingCarrier}</legend>
                <@text name="segmentsPerSecond" label=uiLabelMap.SmsBillingSegmentsPerSecond help=uiLabelMap.SmsBillingSegmentsPerSecondHelp
                        size=5 inputmode="numeric"/>
            </fieldset>
            <fieldset><legend>${uiLabelMap.SmsBillingRegion}</legend>
                <@choice name="defaultCountry" label=uiLabelMap.SmsBillingDefaultCountry help=uiLabelMap.SmsBillingDefaultCountryHelp
                        options=countries/>
                <@choice name="timeZoneId" label=uiLabelMap.SmsBillingTimeZone help=uiLabelMap.SmsBillingTimeZoneHelp options=timeZones/>
                <@choice name="localeString" label=uiLabelMap.SmsBillingLocale help=uiLabelMap.SmsBillingLocaleHelp options=languages/>
                <@choice name="sendFromHour" label=uiLabelMap.SmsBillingSendFromHour help=uiLabelMap.SmsBillingSendFromHourHelp options=hours/>
                <@choice name="sendUntilHour" label=uiLabelMap.SmsBillingSendUntilHour help=uiLabelMap.SmsBillingSendUntilHourHelp options=hours/>
            </fieldset>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-main">${uiLabelMap.SmsBillingSave}</button></p>
        </@formOpen>
    </@box>

    <#if settings.connected || settings.stoppedReason?has_content>
    <@box uiLabelMap.SmsBillingDisconnectTitle "disconnect">
        <p class="smsb-intro">${uiLabelMap.SmsBillingDisconnectIntro}</p>
        <#include "component://smsbilling/template/reminder/DisconnectConsequences.ftl"/>
        <@formOpen "disconnectSmsOrganization" uiLabelMap.SmsBillingDisconnecting>
            <p><label><input type="checkbox" name="confirmed" value="Y" id="smsb-confirmed" autocomplete="off"/>
                ${disconnectConfirm}</label></p>
            <p class="smsb-actions"><button type="submit" class="smsb-button smsb-danger" data-smsb-needs="smsb-confirmed"
                >${uiLabelMap.SmsBillingDisconnect}</button></p>
        </@formOpen>
    </@box>
    </#if>
</div>
