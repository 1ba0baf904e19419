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

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.consent.ConsentLedger;

/** Numbers that cannot or must not get a text are refused with a reason, and nothing is queued. */
final class RefusedNumbers implements Scenario {
    private static final String LANDLINE_LONDON = "+442071838750";

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Refused Numbers Ltd", administrator);
        String optedOut = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Refused", stage.data().mobile()), "15.00");
        stage.call(administrator, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", optedOut, "consentState", "OPTED_OUT",
                "consentSource", "CLERK", "evidence", "said so on the phone");
        Expect.equal("OPTED_OUT", stage.now("SmsConsent", "consentState", "organizationPartyId", ConsentLedger.EVERYWHERE, "contactNumber",
                optedOut), "how far an opt-out reaches that a clerk was told");

        for (String number : new String[] {"12", "not a number", "+1 212", "😀", "", LANDLINE_LONDON, optedOut}) {
            String reason = stage.refused(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "countryCode", "US",
                    "occurrence", "1");
            Expect.isTrue(reason != null && !reason.isBlank(), "a reason is given for <" + number + ">");
        }
        Expect.equal(null, stage.find("SmsMessage", "invoiceId", invoiceId), "message of the invoice");
        Expect.equal(null, stage.find("SmsStepRun", "invoiceId", invoiceId), "step run of the invoice");
        Expect.equal(0, stage.outside().texts(optedOut).size(), "texts to the opted-out number");
    }
}
