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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.paylink.PreparedLink;
import org.smsbilling.transaction.OwnTransaction;

/** A link ends by resending, by Expire Link, by cancellation and by time; altered and truncated tokens open nothing. */
final class LinksEnd implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Links End Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Links", number);
        String invoiceId = stage.data().invoice(organization, customer, "51.00");
        String cancelledInvoice = stage.data().invoice(organization, customer, "52.00");
        String cancelledToken = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, cancelledInvoice, number));

        String first = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));
        String second = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));
        Expect.isTrue(!first.equals(second), "resending makes a new link");
        Expect.soon("the first link closed", () -> Paying.state(stage, first), "CLOSED"::equals);
        Expect.equal("PAYABLE", Paying.state(stage, second), "the second link");
        Expect.equal("UNKNOWN", Paying.state(stage, second.substring(0, second.length() - 1)), "a truncated token");
        Expect.equal("UNKNOWN", Paying.state(stage, flipped(second)), "an altered token");
        Expect.equal("UNKNOWN", Paying.state(stage, "<script>"), "a token that is none");

        stage.refused(administrator, "expireSmsPayLink", "invoiceId", invoiceId);
        Expect.equal("PAYABLE", Paying.state(stage, second), "without a confirmation");
        stage.call(administrator, "expireSmsPayLink", "invoiceId", invoiceId, "confirmed", "Y");
        Expect.equal("CLOSED", Paying.state(stage, second), "after Expire Link");
        Expect.equal("LINK_NOT_PAYABLE", Paying.tap(stage, second, Paying.CARD, "51.00").get("reason"), "paying by an expired link");

        stage.call(stage.data().system(), "setInvoiceStatus", "invoiceId", cancelledInvoice, "statusId", "INVOICE_CANCELLED");
        Expect.equal("CANCELLED", Paying.state(stage, cancelledToken), "link of a cancelled invoice");

        String third = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));
        String mailed = mailed(stage, organization, stage.data().customer("Without A Mobile"));
        stage.advanceClock(Duration.ofDays(60).plusHours(5));
        Expect.equal("PAYABLE", Paying.state(stage, third), "in the afternoon of the sixtieth day");
        stage.clockToHour(1);
        Expect.equal("EXPIRED", Paying.state(stage, third), "in the night after it");
        stage.clockToHour(10);
        consent(stage, organization, number, ConsentState.OPTED_OUT, 0);
        Expect.equal("NOT_POSSIBLE", stage.callPublic("requestFreshSmsPayLink", "token", third, "remoteAddress", "192.0.2.77").get("outcome"),
                "a fresh link for who wants no texts");
        Expect.equal("", Paying.open(stage, third).get("freshChannel"), "whether its page offers one");
        consent(stage, organization, number, ConsentState.OPTED_IN, 1);
        Expect.equal("SMS", Paying.open(stage, third).get("freshChannel"), "whether the page offers one to who wants texts again");
        Expect.equal("EXPIRED", Paying.state(stage, mailed), "link of an e-mail");
        Expect.equal("", Paying.open(stage, mailed).get("freshChannel"),
                "whether one is offered to who has neither a mobile number nor an address");
        stage.callPublic("requestFreshSmsPayLink", "token", third, "remoteAddress", "192.0.2.77");
        String fresh = OutsideWorldClient.tokenIn(stage.outside().text(number, 5));
        Expect.soon("a fresh link", () -> Paying.state(stage, fresh), "PAYABLE"::equals);
    }

    /** @return token of a link that went to somebody by e-mail */
    private static String mailed(Stage stage, String organization, String customer) throws Exception {
        Instant now = stage.component().clock().instant();
        List<String> invoiceIds = List.of(stage.data().invoice(organization, customer, "53.00"));
        return OwnTransaction.call(() -> {
            PreparedLink link = PayLinks.ofEmail(stage.delegator(), OrganizationSettingsReader.read(stage.delegator(), organization).orElseThrow(),
                    customer, null, invoiceIds, now);
            PayLinks.activate(stage.delegator(), List.of(link.linkId()), now);
            return link.url().substring(link.url().lastIndexOf('/') + 1);
        });
    }

    private static void consent(Stage stage, String organization, String number, ConsentState state, long seconds) throws Exception {
        ConsentLedger.record(stage.delegator(), new ConsentEntry(organization, number, state, ConsentSource.CLERK, "called us",
                stage.component().clock().instant().plusSeconds(seconds), null));
    }

    private static String flipped(String token) {
        char last = token.charAt(token.length() - 1);
        return token.substring(0, token.length() - 1) + (last == 'A' ? 'Q' : 'A');
    }
}
