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
package org.smsbilling.twilio;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.pricing.v1.messaging.Country;
import com.twilio.type.InboundSmsPrice;
import org.apache.ofbiz.base.util.Debug;
import org.smsbilling.provider.Sender;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsPrice;

/**
 * Prices by country, asked for on threads of its own: who wants one waits for it a moment and goes on without it.
 * An answer is kept for a day, a failure for five minutes. Where carriers of a country differ, the highest price counts.
 */
final class TwilioPrices {
    private static final String MODULE = TwilioPrices.class.getName();
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration FAILURE_KEPT = Duration.ofMinutes(5);
    private static final long WAIT_MILLIS = 2_000;
    private static final int THREADS = 4;

    private final Function<SmsAccount, TwilioRestClient> clients;
    private final Executor executor = threads();
    private final Cache<Key, Optional<SmsPrice>> known;
    private final ConcurrentMap<Key, CompletableFuture<Optional<SmsPrice>>> asking = new ConcurrentHashMap<>();

    TwilioPrices(Clock clock, Function<SmsAccount, TwilioRestClient> clients) {
        this.clients = clients;
        this.known = Caffeine.newBuilder().maximumSize(10_000).executor(executor).ticker(() -> nanos(clock.instant()))
                .expireAfter(new Keeping()).build();
    }

    /** @return the price, empty while it is not known */
    Optional<SmsPrice> price(SmsAccount account, String countryCode) {
        if (countryCode == null || !countryCode.matches("[A-Z]{2}")) {
            return Optional.empty();
        }
        Key key = new Key(account.accountSid(), kind(account.sender()), countryCode);
        Optional<SmsPrice> price = known.getIfPresent(key);
        if (price != null) {
            return price;
        }
        return await(asking.computeIfAbsent(key, missing -> CompletableFuture.supplyAsync(() -> learn(missing, account), executor)));
    }

    private Optional<SmsPrice> learn(Key key, SmsAccount account) {
        try {
            Optional<SmsPrice> price = ask(key, clients.apply(account));
            known.put(key, price);
            return price;
        } finally {
            asking.remove(key);
        }
    }

    private static Optional<SmsPrice> await(CompletableFuture<Optional<SmsPrice>> price) {
        try {
            return price.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            Debug.logWarning(e.getCause(), "Cannot read a price", MODULE);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<SmsPrice> ask(Key key, TwilioRestClient client) {
        try {
            Country country = Country.fetcher(key.countryCode()).fetch(client);
            List<InboundSmsPrice> prices = country.getOutboundSmsPrices().stream().flatMap(carrier -> carrier.getPrices().stream()).toList();
            return highest(prices.stream().filter(price -> price.getType() == key.kind()).toList())
                    .or(() -> highest(prices))
                    .map(amount -> new SmsPrice(amount, country.getPriceUnit().getCurrencyCode()));
        } catch (TwilioException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> highest(List<InboundSmsPrice> prices) {
        return prices.stream().map(price -> BigDecimal.valueOf(price.getCurrentPrice())).max(Comparator.naturalOrder());
    }

    private static InboundSmsPrice.Type kind(String sender) {
        return switch (Sender.parse(sender).map(Sender::kind).orElse(Sender.Kind.NUMBER)) {
        case TOLL_FREE -> InboundSmsPrice.Type.TOLLFREE;
        case SHORT_CODE -> InboundSmsPrice.Type.SHORTCODE;
        case NUMBER, MESSAGING_SERVICE, ALPHANUMERIC -> InboundSmsPrice.Type.LOCAL;
        };
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    private static Executor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "smsbilling-prices");
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** How long an answer is kept. */
    private static final class Keeping implements Expiry<Key, Optional<SmsPrice>> {
        @Override
        public long expireAfterCreate(Key key, Optional<SmsPrice> price, long now) {
            return (price.isPresent() ? KEPT : FAILURE_KEPT).toNanos();
        }

        @Override
        public long expireAfterUpdate(Key key, Optional<SmsPrice> price, long now, long left) {
            return expireAfterCreate(key, price, now);
        }

        @Override
        public long expireAfterRead(Key key, Optional<SmsPrice> price, long now, long left) {
            return left;
        }
    }

    /** What a price depends on. */
    private record Key(String accountSid, InboundSmsPrice.Type kind, String countryCode) { }
}
