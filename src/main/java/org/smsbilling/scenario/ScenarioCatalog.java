/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing,
 * software distributed under the License is distributed on an
 * "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY
 * KIND, either express or implied.  See the License for the
 * specific language governing permissions and limitations
 * under the License.
 */
package org.smsbilling.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/** All scenarios by the name of the service that plays them. */
public final class ScenarioCatalog {
    private ScenarioCatalog() { }

    public static Map<String, Scenario> all() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("smsScenarioTextToPay", new TextToPay());
        all.put("smsScenarioSendsOnce", new SendsOnce());
        all.put("smsScenarioRefusedNumbers", new RefusedNumbers());
        all.put("smsScenarioRefusedInvoices", new RefusedInvoices());
        all.put("smsScenarioWrongCredentials", new WrongCredentials());
        all.put("smsScenarioOrganizationsAreApart", new OrganizationsAreApart());
        all.put("smsScenarioQuietHours", new QuietHours());
        all.put("smsScenarioDisconnectStops", new DisconnectStops());
        all.put("smsScenarioLinksEnd", new LinksEnd());
        all.put("smsScenarioPaidOnce", new PaidOnce());
        all.put("smsScenarioDeclinedThenPaid", new DeclinedThenPaid());
        all.put("smsScenarioNoAnswerFromGateway", new NoAnswerFromGateway());
        all.put("smsScenarioStrangeNames", new StrangeNames());
        all.put("smsScenarioTokenIsNowhere", new TokenIsNowhere());
        all.put("smsScenarioAccessNeedsRelationship", new AccessNeedsRelationship());
        all.put("smsScenarioSettingsAreChecked", new SettingsAreChecked());
        all.put("smsScenarioConsentCounts", new ConsentCounts());
        all.put("smsScenarioDeliveryIsReported", new DeliveryIsReported());
        all.put("smsScenarioAmbiguousIsResolved", new AmbiguousIsResolved());
        all.put("smsScenarioAmbiguousIsDecided", new AmbiguousIsDecided());
        all.put("smsScenarioUnclearChargeIsDecided", new UnclearChargeIsDecided());
        all.put("smsScenarioCycleMailsAreSent", new CycleMailsAreSent());
        all.put("smsScenarioSentIsAskedAbout", new SentIsAskedAbout());
        all.put("smsScenarioHealthIsShown", new HealthIsShown());
        all.put("smsScenarioStopStops", new StopStops());
        all.put("smsScenarioFreeTextRevokes", new FreeTextRevokes());
        all.put("smsScenarioHelpIsAnsweredOnce", new HelpIsAnsweredOnce());
        all.put("smsScenarioReplyReachesInbox", new ReplyReachesInbox());
        all.put("smsScenarioBankReturnReopens", new BankReturnReopens());
        all.put("smsScenarioVoidAndRefund", new VoidAndRefund());
        all.put("smsScenarioDaysAreReconciled", new DaysAreReconciled());
        all.put("smsScenarioPayerIsAsked", new PayerIsAsked());
        all.put("smsScenarioPartsArePaid", new PartsArePaid());
        all.put("smsScenarioInvoiceIsAnnouncedOnce", new InvoiceIsAnnouncedOnce());
        all.put("smsScenarioOldImportIsNotAnnounced", new OldImportIsNotAnnounced());
        all.put("smsScenarioOnlinePaymentIsThanked", new OnlinePaymentIsThanked());
        all.put("smsScenarioPaymentByHandIsThankedOnRequest", new PaymentByHandIsThankedOnRequest());
        all.put("smsScenarioFailedPaymentIsTold", new FailedPaymentIsTold());
        all.put("smsScenarioCancelledInvoiceStopsQueued", new CancelledInvoiceStopsQueued());
        all.put("smsScenarioTemplatesAreTheOrganizations", new TemplatesAreTheOrganizations());
        all.put("smsScenarioOnlyWithConsent", new OnlyWithConsent());
        all.put("smsScenarioSwitchedOffGetsNothing", new SwitchedOffGetsNothing());
        all.put("smsScenarioContactPersonInPlace", new ContactPersonInPlace());
        all.put("smsScenarioCapsHold", new CapsHold());
        all.put("smsScenarioPilotOnlyListed", new PilotOnlyListed());
        all.put("smsScenarioPreferencesPageCounts", new PreferencesPageCounts());
        all.put("smsScenarioWindowOfNumberAndAddress", new WindowOfNumberAndAddress());
        all.put("smsScenarioBodiesAreRedacted", new BodiesAreRedacted());
        all.put("smsScenarioRentMonth", new RentMonth());
        all.put("smsScenarioCyclesEndWithConnection", new CyclesEndWithConnection());
        return all;
    }
}
