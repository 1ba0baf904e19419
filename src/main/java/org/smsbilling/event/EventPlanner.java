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
package org.smsbilling.event;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityComparisonOperator;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.smsbilling.message.PollingThread;

/**
 * Turns business events into plans, on a thread of its own. Any number of nodes may do so on one database.
 */
public final class EventPlanner implements AutoCloseable {

    private static final int AT_ONCE = 500;
    /** A mail server may be slow. */
    private static final int MAILS_AT_ONCE = 20;
    private static final Set<EventKind> MAILED = EnumSet.of(EventKind.MAIL_DUE, EventKind.FRESH_LINK_DUE);

    private final Delegator delegator;
    private final EventWork work;
    private final EventWork mailWork;
    private final PollingThread thread;
    private final PollingThread mailThread;
    private final ActiveOrganizations active = new ActiveOrganizations(System::nanoTime);
    private volatile boolean closing;

    /**
     * @param steps what events send
     * @param changes is told of invoices whose due date or state may be another
     * @param planned is run when there may be new messages
     */
    public EventPlanner(Delegator delegator, Clock clock, EventSteps steps, InvoiceChanges changes, Runnable planned) {
        this(delegator, clock, steps, EventMails.NONE, changes, planned);
    }

    /** @param mails sends the e-mails of steps, on a thread of its own */
    public EventPlanner(Delegator delegator, Clock clock, EventSteps steps, EventMails mails, InvoiceChanges changes, Runnable planned) {
        this.delegator = delegator;
        EventPlans plans = new EventPlans(delegator, clock, planned);
        Map<EventKind, EventHandler> handlers = new EnumMap<>(EventKind.class);
        EventHandler status = new InvoiceStatusEvents(delegator, clock, plans, steps, changes);
        EventHandler changed = events -> {
            changes.changed(delegator, events.stream().map(BusinessEvent::invoiceId).collect(Collectors.toSet()), clock.instant());
            return events.stream().collect(Collectors.toMap(BusinessEvent::id, event -> EventOutcome.done("NOTED")));
        };
        handlers.put(EventKind.INVOICE_STATUS, status);
        handlers.put(EventKind.INVOICE_CREATED, new InvoiceCreatedEvents(delegator, status, changed));
        handlers.put(EventKind.INVOICE_CHANGED, changed);
        handlers.put(EventKind.PAYMENT_APPLIED, new PaymentAppliedEvents(delegator, clock, plans, steps, changes));
        handlers.put(EventKind.PAYMENT_FAILED, new FailedAttemptEvents(delegator, clock, plans));
        handlers.put(EventKind.CHARGE_DECLINED, new DeclinedChargeEvents(delegator, clock, plans));
        handlers.put(EventKind.PAYMENT_RETURNED, new ReturnedPaymentEvents(delegator, clock, plans, changes));
        this.work = new EventWork(clock, new EventQueue(delegator, kind(EntityOperator.NOT_IN)), handlers, AT_ONCE);
        EventHandler mailed = new MailDueEvents(delegator, clock, mails);
        this.mailWork = new EventWork(clock, new EventQueue(delegator, kind(EntityOperator.IN)),
                MAILED.stream().collect(Collectors.toMap(kind -> kind, kind -> mailed)), MAILS_AT_ONCE);
        this.thread = new PollingThread("smsbilling-events", this::look);
        this.mailThread = new PollingThread("smsbilling-event-mails", () -> mailWork.look().more());
    }

    private static EntityCondition kind(EntityComparisonOperator<?, ?> operator) {
        return EntityCondition.makeCondition("eventKind", operator, MAILED.stream().map(EventKind::name).toList());
    }

    /** @return which organizations text at all */
    public ActiveOrganizations active() {
        return active;
    }

    /** Starts the background threads. */
    public void start() {
        thread.start();
        mailThread.start();
    }

    /**
     * Looks at the events that are due, on the calling thread, which must not be in a transaction. Nothing after it was closed.
     *
     * @return how many it looked at
     */
    public int runDue() throws GenericEntityException {
        return runDue(work) + runDue(mailWork);
    }

    private int runDue(EventWork of) throws GenericEntityException {
        int handled = 0;
        boolean more = true;
        while (more && !closing) {
            EventWork.Look look = of.look();
            handled += look.handled();
            more = look.more();
        }
        return handled;
    }

    private boolean look() throws GenericEntityException {
        active.read(delegator);
        runDue(work);
        return false;
    }

    /** Looks at nothing any more and waits for what is under way. */
    @Override
    public void close() {
        closing = true;
        thread.close();
        mailThread.close();
    }
}
