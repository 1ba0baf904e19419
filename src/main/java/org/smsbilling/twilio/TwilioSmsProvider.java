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

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.OutgoingSms;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.Sender;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsPrice;
import org.smsbilling.provider.SmsProvider;
import org.smsbilling.provider.SmsState;
import org.smsbilling.provider.TakenSms;

/** Twilio through its own Java library, with one request per call. Its answers have no full phone number in them. */
public final class TwilioSmsProvider implements SmsProvider {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
    private static final long LONGEST_VALIDITY_SECONDS = 36_000;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TOO_MANY_REQUESTS_CODE = 20429;
    /** The account has sent what it may in 24 hours (https://www.twilio.com/docs/api/errors/63038): with the tries of Backoff, a day is waited. */
    private static final String DAILY_LIMIT = "63038";
    private static final Duration A_PART_OF_THE_DAY = Duration.ofHours(2);
    private static final int REQUEST_TIMEOUT = 408;
    private static final Pattern E164 = Pattern.compile("\\+?[1-9][0-9]{7,14}");

    private final OneRequestHttpClient http;
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final TwilioPrices prices;

    /** @param base replaces Twilio's own addresses, all of them */
    public TwilioSmsProvider(Optional<URI> base, Clock clock) {
        this(base, clock, CONNECT_TIMEOUT, ANSWER_TIMEOUT);
    }

    TwilioSmsProvider(Optional<URI> base, Clock clock, Duration connectTimeout, Duration answerTimeout) {
        this.http = new OneRequestHttpClient(base, connectTimeout, answerTimeout);
        this.prices = new TwilioPrices(clock, this::client);
    }

    @Override
    public SendResult send(SmsAccount account, OutgoingSms sms) {
        MessageCreator request = creator(account.sender(), sms)
                .setValidityPeriod((int) Math.max(1, Math.min(LONGEST_VALIDITY_SECONDS, sms.validity().toSeconds())));
        if (sms.statusCallback() != null) {
            request.setStatusCallback(sms.statusCallback());
        }
        try {
            return accepted(request.create(client(account)));
        } catch (NotSentException e) {
            return new SendResult.Later("NO_CONNECTION", e.getMessage());
        } catch (ApiException e) {
            return refused(e);
        } catch (TwilioException e) {
            return new SendResult.Unknown(e.getMessage());
        }
    }

    @Override
    public AccountCheck check(SmsAccount account) {
        return new TwilioAccountCheck(client(account)).check(account);
    }

    @Override
    public Optional<SmsPrice> price(SmsAccount account, String countryCode) {
        return prices.price(account, countryCode);
    }

    @Override
    public Optional<List<TakenSms>> taken(SmsAccount account, String to, Instant since) {
        return new TwilioSearch(client(account)).since(to, since);
    }

    @Override
    public Optional<SmsState> state(SmsAccount account, String providerMessageId) {
        return TwilioState.fetch(client(account), providerMessageId);
    }

    private TwilioRestClient client(SmsAccount account) {
        return new TwilioRestClient.Builder(account.accountSid(), account.authToken()).httpClient(http).objectMapper(json).build();
    }

    private static MessageCreator creator(String sender, OutgoingSms sms) {
        PhoneNumber to = new PhoneNumber(sms.to());
        boolean service = Sender.parse(sender).filter(parsed -> parsed.kind() == Sender.Kind.MESSAGING_SERVICE).isPresent();
        return service ? Message.creator(to, sender, sms.body()) : Message.creator(to, new PhoneNumber(sender), sms.body());
    }

    private static SendResult accepted(Message message) {
        if (message == null || message.getSid() == null) {
            return new SendResult.Unknown("Twilio answered without the id of the message");
        }
        if (message.getStatus() == Message.Status.FAILED) {
            return new SendResult.Refused(String.valueOf(message.getErrorCode()), withoutNumbers(String.valueOf(message.getErrorMessage())));
        }
        return new SendResult.Accepted(message.getSid(), segments(message.getNumSegments()));
    }

    private static SendResult refused(ApiException e) {
        Integer status = e.getStatusCode();
        if (status == null || status < 400 || status >= 500 || status == REQUEST_TIMEOUT) {
            return new SendResult.Unknown(status == null ? "An answer that cannot be read" : "HTTP status " + status);
        }
        String code = String.valueOf(e.getCode() == null ? status : e.getCode());
        if (code.equals(DAILY_LIMIT)) {
            return new SendResult.Later(code, withoutNumbers(e.getMessage()), A_PART_OF_THE_DAY);
        }
        if (status == TOO_MANY_REQUESTS || code.equals(String.valueOf(TOO_MANY_REQUESTS_CODE))) {
            return new SendResult.Later(code, withoutNumbers(e.getMessage()), e instanceof BusyException busy ? busy.atLeast() : Duration.ZERO);
        }
        return new SendResult.Refused(code, withoutNumbers(e.getMessage()));
    }

    private static String withoutNumbers(String text) {
        return E164.matcher(text).replaceAll(found -> Matcher.quoteReplacement(PhoneNumbers.masked(found.group())));
    }

    private static int segments(String text) {
        return text != null && text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }
}
