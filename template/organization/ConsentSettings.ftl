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
            <fieldset><legend>${uiLabelMap.SmsBillingConsentAndLimits}</legend>
                <@choice name="consentRule" label=uiLabelMap.SmsBillingConsentRule help=uiLabelMap.SmsBillingConsentRuleHelp
                        options=[{"code": "UNTIL_OPT_OUT", "name": uiLabelMap.SmsBillingConsentRule_UNTIL_OPT_OUT},
                            {"code": "EXPLICIT", "name": uiLabelMap.SmsBillingConsentRule_EXPLICIT}]/>
                <@text name="dailyCapPerNumber" label=uiLabelMap.SmsBillingDailyCapPerNumber help=uiLabelMap.SmsBillingDailyCapPerNumberHelp
                        size=5 inputmode="numeric"/>
                <@text name="dailyCap" label=uiLabelMap.SmsBillingDailyCap help=uiLabelMap.SmsBillingDailyCapHelp size=8 inputmode="numeric"/>
                <@text name="monthlyBudget" label=uiLabelMap.SmsBillingMonthlyBudget help=uiLabelMap.SmsBillingMonthlyBudgetHelp size=8
                        inputmode="decimal"/>
                <@onOff name="pilotEnabled" label=uiLabelMap.SmsBillingPilot help=uiLabelMap.SmsBillingPilotHelp/>
                <@text name="redactAfterDays" label=uiLabelMap.SmsBillingRedactAfterDays help=uiLabelMap.SmsBillingRedactAfterDaysHelp
                        size=5 inputmode="numeric"/>
            </fieldset>
