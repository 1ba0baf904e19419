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
package org.smsbilling;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.apache.ofbiz.entity.Delegator;
import org.smsbilling.cardpointe.CardPointeGateway;
import org.smsbilling.clock.RemoteClock;
import org.smsbilling.delivery.DeliveryReports;
import org.smsbilling.event.EventPlanner;
import org.smsbilling.inbound.InboundReception;
import org.smsbilling.message.OutboxDispatcher;
import org.smsbilling.paylink.GuessThrottle;
import org.smsbilling.paylink.InvoicePdfs;
import org.smsbilling.paylink.PayPageTemplates;
import org.smsbilling.paylink.PayPages;
import org.smsbilling.payment.PaymentProcessor;
import org.smsbilling.phone.PhoneBook;
import org.smsbilling.preference.PreferencesLinks;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.SmsProvider;
import org.smsbilling.reminder.ChangedInvoices;
import org.smsbilling.reminder.CycleMails;
import org.smsbilling.reminder.StepsByCycles;
import org.smsbilling.twilio.TwilioSmsProvider;
import org.smsbilling.web.PublicDoors;

/**
 * Composition root: the clock, the providers and the background work of one delegator.
 * The holder behind {@link #of} is the only static state of the component.
 */
public final class SmsBilling implements AutoCloseable {

    private static final ConcurrentMap<String, SmsBilling> BY_DELEGATOR = new ConcurrentHashMap<>();

    private final Delegator delegator;
    private final String delegatorName;
    private final Clock clock;
    private final SmsProvider smsProvider;
    private final PaymentGateway paymentGateway;
    private final OutboxDispatcher outbox;
    private final PaymentProcessor payments;
    private final DeliveryReports delivery;
    private final InboundReception inbound;
    private final EventPlanner events;
    private final GuessThrottle linkGuesses;
    private final PayPageTemplates payPageTemplates = new PayPageTemplates();
    private final InvoicePdfs invoicePdfs = new InvoicePdfs();
    private final PayPages payPages;
    private final PublicDoors publicDoors = new PublicDoors();
    private final PhoneBook phoneBook = new PhoneBook();
    private final PreferencesLinks preferencesLinks;
    private boolean started;

    /** Makes one by hand, with a clock and providers of the caller's choice; nothing runs before {@link #start}. It closes the clock if it can. */
    public SmsBilling(Delegator delegator, Clock clock, SmsProvider smsProvider, PaymentGateway paymentGateway) {
        this.delegator = delegator;
        this.delegatorName = delegator.getDelegatorName();
        this.clock = Objects.requireNonNull(clock);
        this.smsProvider = Objects.requireNonNull(smsProvider);
        this.paymentGateway = Objects.requireNonNull(paymentGateway);
        this.outbox = new OutboxDispatcher(delegator, clock, smsProvider);
        this.payments = new PaymentProcessor(delegator, clock, paymentGateway);
        this.delivery = new DeliveryReports(delegator, clock, smsProvider);
        this.inbound = new InboundReception(delegator, clock, outbox::wake);
        this.events = new EventPlanner(delegator, clock, new StepsByCycles(clock), new CycleMails(), new ChangedInvoices(), outbox::wake);
        this.linkGuesses = new GuessThrottle(clock);
        this.payPages = new PayPages(delegator, clock, paymentGateway, linkGuesses, invoicePdfs);
        this.preferencesLinks = new PreferencesLinks(delegator);
    }

    /** The one of a delegator; on first use it is made from the system properties and its background work starts. */
    public static SmsBilling of(Delegator delegator) {
        SmsBilling former = BY_DELEGATOR.get(delegator.getDelegatorName());
        if (former != null && !former.isOf(delegator)) {
            former.close();
        }
        SmsBilling billing = BY_DELEGATOR.computeIfAbsent(delegator.getDelegatorName(), name -> make(delegator));
        billing.start();
        return billing;
    }

    /** What the one of a delegator remembers of phone numbers; it starts no background work. */
    public static PhoneBook phoneBook(Delegator delegator) {
        return BY_DELEGATOR.computeIfAbsent(delegator.getDelegatorName(), name -> make(delegator)).phoneBook;
    }

    /** Links to preferences of the one of a delegator; it starts no background work. */
    public static PreferencesLinks preferencesLinks(Delegator delegator) {
        return BY_DELEGATOR.computeIfAbsent(delegator.getDelegatorName(), name -> make(delegator)).preferencesLinks;
    }

    /** Uses this one for its delegator from now on; one that was there before is closed. Background work starts on the next {@link #of}. */
    public static void install(SmsBilling billing) {
        SmsBilling former = BY_DELEGATOR.put(billing.delegatorName, billing);
        if (former != null && former != billing) {
            former.close();
        }
    }

    /** Closes what {@link #of} made, of all delegators. */
    static void closeAll() {
        for (String name : List.copyOf(BY_DELEGATOR.keySet())) {
            SmsBilling billing = BY_DELEGATOR.remove(name);
            if (billing != null) {
                billing.close();
            }
        }
    }

    /** A delegator of the same name that was closed is another one: what works for it does not work for its successor. */
    private boolean isOf(Delegator other) {
        return delegator == other;
    }

    private static SmsBilling make(Delegator delegator) {
        SmsBillingProperties properties = SmsBillingProperties.of(System.getProperties());
        Clock clock = properties.clock().<Clock>map(RemoteClock::connect).orElseGet(Clock::systemUTC);
        return new SmsBilling(delegator, clock, new TwilioSmsProvider(properties.twilioBase(), clock),
                new CardPointeGateway(properties.cardPointeBase()));
    }

    /** Starts the background work; a second call does nothing. */
    public synchronized void start() {
        if (!started) {
            started = true;
            outbox.start();
            payments.start();
            delivery.start();
            inbound.start();
            events.start();
        }
    }

    /** Stops the background work and waits for what is under way. */
    @Override
    public synchronized void close() {
        BY_DELEGATOR.remove(delegatorName, this);
        inbound.close();
        events.close();
        outbox.close();
        payments.close();
        delivery.close();
        if (clock instanceof RemoteClock remote) {
            remote.close();
        }
    }

    public Clock clock() {
        return clock;
    }

    public SmsProvider smsProvider() {
        return smsProvider;
    }

    public PaymentGateway paymentGateway() {
        return paymentGateway;
    }

    public OutboxDispatcher outbox() {
        return outbox;
    }

    public PaymentProcessor payments() {
        return payments;
    }

    public DeliveryReports delivery() {
        return delivery;
    }

    public InboundReception inbound() {
        return inbound;
    }

    public EventPlanner events() {
        return events;
    }

    /** Counts wrong pay links by network. */
    public GuessThrottle linkGuesses() {
        return linkGuesses;
    }

    /** Opens the pay pages. */
    public PayPages payPages() {
        return payPages;
    }

    /** Writes the pay pages. */
    public PayPageTemplates payPageTemplates() {
        return payPageTemplates;
    }

    /** Limits how many public requests work at once. */
    public PublicDoors publicDoors() {
        return publicDoors;
    }

    /** Makes invoices as PDF where the host can. */
    public InvoicePdfs invoicePdfs() {
        return invoicePdfs;
    }
}
