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
            <fieldset><legend>${uiLabelMap.SmsBillingInbound}</legend>
                <div class="smsb-field">
                    <label for="smsb-inbound-address">${uiLabelMap.SmsBillingInboundAddress}</label>
                    <div class="smsb-entry">
                        <#if settings.inboundAddress?has_content>
                        <input type="text" id="smsb-inbound-address" value="${settings.inboundAddress}" size="60" readonly="readonly"
                                aria-describedby="smsb-inbound-address-help" spellcheck="false"/>
                        <#else>
                        <input type="text" id="smsb-inbound-address" value="" placeholder="${uiLabelMap.SmsBillingInboundAddressMissing}" size="60"
                                readonly="readonly" aria-describedby="smsb-inbound-address-help"/>
                        </#if>
                        <p id="smsb-inbound-address-help" class="smsb-help">${uiLabelMap.SmsBillingInboundAddressHelp}</p>
                    </div>
                </div>
                <@choice name="optOutScope" label=uiLabelMap.SmsBillingOptOutScope help=uiLabelMap.SmsBillingOptOutScopeHelp
                        options=[{"code": "ALL", "name": uiLabelMap.SmsBillingOptOutScope_ALL},
                            {"code": "ORGANIZATION", "name": uiLabelMap.SmsBillingOptOutScope_ORGANIZATION},
                            {"code": "SENDER", "name": uiLabelMap.SmsBillingOptOutScope_SENDER}]/>
                <@onOff name="carrierAnswersKeywords" label=uiLabelMap.SmsBillingCarrierAnswers help=uiLabelMap.SmsBillingCarrierAnswersHelp/>
            </fieldset>
