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
package org.smsbilling.outside.twilio;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.smsbilling.outside.web.BadRequest;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Texts that phones send in: opt-out words are obeyed and answered by the carrier, and everything is reported to the application. */
public final class Inbound {
    private static final Logger LOG = Logger.getLogger(Inbound.class.getName());

    private final Directory directory;
    private final MessageStore store;
    private final OptOuts optOuts;
    private final Delivery delivery;
    private final Webhooks webhooks;
    private final Clock clock;

    Inbound(Directory directory, MessageStore store, OptOuts optOuts, Delivery delivery, Webhooks webhooks, Clock clock) {
        this.directory = directory;
        this.store = store;
        this.optOuts = optOuts;
        this.delivery = delivery;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** @param phone E.164
     * @param to one of the carrier's numbers
     * @return the message's SID
     * @throws BadRequest if the number is unknown */
    public String receive(String phone, String to, String body) {
        Directory.Number number = directory.number(to).orElseThrow(() -> new BadRequest("nobody has the number " + to));
        String serviceSid = directory.serviceOf(to).map(Directory.Service::sid).orElse("");
        Sms sms = new Sms(new Sms.Draft(store.newSid("SM"), number.accountSid(), phone, to, serviceSid, body, "inbound", clock.instant(),
                Duration.ZERO, null), "received", Segments.count(body));
        store.add(sms);
        String word = obey(sms);
        if (!word.isEmpty()) {
            reply(sms, word);
        }
        String address = directory.serviceOf(to).map(Directory.Service::inboundUrl).filter(url -> !url.isEmpty()).orElse(number.smsUrl());
        if (!address.isEmpty()) {
            webhooks.post(number.accountSid(), URI.create(address), parameters(sms))
                    .thenAccept(answer -> message(answer).filter(text -> !optOuts.contains(to, phone)).ifPresent(text -> reply(sms, text)));
        }
        return sms.draft().sid();
    }

    /** @return the carrier's own answer or "" */
    private String obey(Sms sms) {
        String phone = sms.draft().from();
        String number = sms.draft().to();
        return switch (OptOuts.wish(sms.body())) {
        case STOP -> optOuts.add(number, phone) ? "You have successfully been unsubscribed. You will not receive any more messages from this number."
                + " Reply START to resubscribe." : "";
        case START -> optOuts.remove(number, phone) ? "You have successfully been re-subscribed to messages from this number."
                + " Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply." : "";
        case HELP -> "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
        case NONE -> "";
        };
    }

    private void reply(Sms inbound, String body) {
        Sms reply = new Sms(new Sms.Draft(store.newSid("SM"), inbound.draft().accountSid(), inbound.draft().to(), inbound.draft().from(),
                inbound.draft().serviceSid(), body, "outbound-reply", clock.instant(), Duration.ofHours(10), null), "queued", Segments.count(body));
        store.add(reply);
        delivery.begin(reply);
    }

    private static Map<String, String> parameters(Sms sms) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ToCountry", sms.draft().to().startsWith("+44") ? "GB" : "US");
        parameters.put("FromCountry", sms.draft().from().startsWith("+44") ? "GB" : "US");
        parameters.put("MessageSid", sms.draft().sid());
        parameters.put("SmsSid", sms.draft().sid());
        parameters.put("SmsMessageSid", sms.draft().sid());
        parameters.put("SmsStatus", "received");
        parameters.put("NumMedia", "0");
        parameters.put("NumSegments", String.valueOf(sms.segments()));
        parameters.put("AccountSid", sms.draft().accountSid());
        parameters.put("From", sms.draft().from());
        parameters.put("To", sms.draft().to());
        parameters.put("Body", sms.body());
        parameters.put("ApiVersion", "2010-04-01");
        if (!sms.draft().serviceSid().isEmpty()) {
            parameters.put("MessagingServiceSid", sms.draft().serviceSid());
        }
        return parameters;
    }

    /** @return the text of the first Message element of a TwiML answer */
    private static Optional<String> message(String answer) {
        if (!answer.contains("<Message")) {
            return Optional.empty();
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList found = factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer))).getElementsByTagName("Message");
            return found.getLength() == 0 ? Optional.empty() : Optional.of(found.item(0).getTextContent().trim());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            LOG.log(Level.WARNING, "the application's answer is no TwiML", e);
            return Optional.empty();
        }
    }
}
