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
package org.smsbilling.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.transaction.OwnTransaction;

/**
 * A person sends an invoice. The occurrence that the dialog gave is part of a primary key: pressing twice, two people and a reloaded page
 * collide there, whoever comes second is told of the first.
 */
final class ExplicitSend {

    private static final String MODULE = ExplicitSend.class.getName();
    private static final String ANYBODY = "-";

    /** What the person asked for. */
    record Request(String contactNumber, String countryCode, String occurrence, boolean confirmed, String userLoginId) { }

    /** What came of it: exactly one of the message and the refusal.
     * @param alreadySent whether the message was there before */
    record Result(GenericValue message, boolean alreadySent, String refusal) {
        static Result refused(String refusal) {
            return new Result(null, false, refusal);
        }
    }

    private final Delegator delegator;
    private final InvoiceSending sending;
    private final MessageLabels labels;
    private final Instant now;

    ExplicitSend(Delegator delegator, InvoiceSending sending, MessageLabels labels, Instant now) {
        this.delegator = delegator;
        this.sending = sending;
        this.labels = labels;
        this.now = now;
    }

    Result send(Request request) throws GenericEntityException {
        SendHistory history = history();
        int occurrence = occurrence(request);
        Optional<GenericValue> first = history.at(occurrence);
        if (first.isPresent()) {
            return new Result(first.get(), true, null);
        }
        Optional<String> refusal = refusal(request, history, occurrence);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        SelectedNumber number = SelectedNumber.of(delegator, sending, request.contactNumber(), request.countryCode(), labels, now);
        return number.problem().isEmpty() ? queue(request, number) : Result.refused(number.problem());
    }

    private Optional<String> refusal(Request request, SendHistory history, int occurrence) {
        Optional<String> whyNot = sending.whyNot(labels);
        if (whyNot.isPresent()) {
            return whyNot;
        } else if (occurrence != history.nextOccurrence()) {
            return Optional.of(labels.text("SmsBillingStaleDialog"));
        }
        return request.confirmed() ? Optional.empty() : history.latest().map(earlier -> earlierText(earlier, sending.settings().zoneId(), labels));
    }

    private Result queue(Request request, SelectedNumber number) throws GenericEntityException {
        OrganizationSettings settings = sending.settings();
        SendWindow window = number.window(delegator, settings, now);
        NewMessage message = new NewMessage(MessageType.NEW_INVOICE, settings.organizationPartyId(), List.of(sending.invoice().invoiceId()),
                new NewMessage.Step(SendHistory.STEP, request.occurrence().strip(), ANYBODY), sending.invoice().customerPartyId(), number.partyId(),
                number.e164(), number.locale(delegator, sending).toString(), window.nextOpening(now).orElse(now), request.userLoginId());
        try {
            OwnTransaction.call(() -> message.queue(delegator, now));
            return new Result(history().at(occurrence(request)).orElseThrow(), false, null);
        } catch (GenericEntityException collision) {
            Optional<GenericValue> first = history().at(occurrence(request));
            if (first.isEmpty()) {
                throw collision;
            }
            Debug.logInfo("Invoice " + sending.invoice().invoiceId() + " was being sent by somebody else at the same moment", MODULE);
            return new Result(first.get(), true, null);
        }
    }

    private SendHistory history() throws GenericEntityException {
        return OwnTransaction.call(() -> SendHistory.read(delegator, sending.organizationPartyId(), sending.invoice().invoiceId()));
    }

    /** @return 0 for what cannot be an occurrence */
    private static int occurrence(Request request) {
        String text = request.occurrence().strip();
        return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 0;
    }

    /** @return when and to whom the invoice was sent before */
    static String earlierText(GenericValue earlier, ZoneId zone, MessageLabels labels) {
        boolean sent = earlier.getTimestamp("sentDate") != null;
        Instant when = earlier.getTimestamp(sent ? "sentDate" : "createdDate").toInstant();
        return labels.text(sent ? "SmsBillingAlreadySentTo" : "SmsBillingAlreadyQueuedTo",
                Map.of("time", labels.time(when, zone), "number", PhoneNumbers.display(earlier.getString("contactNumber"))));
    }
}
