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
package org.smsbilling.cardpointe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.net.ssl.SSLHandshakeException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.ChargeRequest;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.RefundRequest;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.ReversalResult;
import org.smsbilling.provider.SettledCharge;
import org.smsbilling.provider.SettlementReport;

/** The CardPointe Gateway's REST API over the JDK's HTTP client. What the answers mean is in {@link CardPointeAnswers}. */
public final class CardPointeGateway implements PaymentGateway {

    /** The gateway itself gives up after 32 seconds, and must be given the time to say so. */
    private static final Duration ANSWER = Duration.ofSeconds(45);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CardPointeSites sites;
    private final CardPointeHttp http;
    private final CardPointeSettlement settlement;

    /** @param base replaces the gateway's own address */
    public CardPointeGateway(Optional<URI> base) {
        this(base, ANSWER);
    }

    CardPointeGateway(Optional<URI> base, Duration answerTimeout) {
        this.sites = new CardPointeSites(base);
        this.http = new CardPointeHttp(sites, answerTimeout);
        this.settlement = new CardPointeSettlement(http);
    }

    @Override
    public ChargeResult charge(MerchantAccount account, ChargeRequest request) {
        try {
            HttpResponse<byte[]> response = http.put(account, "auth", CardPointeRequests.sale(account, request));
            return response.statusCode() == 200
                    ? CardPointeAnswers.charge(JSON.readTree(response.body()))
                    : CardPointeAnswers.refusedRequest(response.statusCode());
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return new ChargeResult.RetryLater("", "The gateway could not be reached");
        } catch (IOException e) {
            return new ChargeResult.NoAnswer(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ChargeResult.NoAnswer("Interrupted while waiting for the gateway");
        }
    }

    @Override
    public ChargeResult inquire(MerchantAccount account, String orderId) {
        return inquire(account, inquiry(account, orderId), orderId);
    }

    @Override
    public ChargeResult inquireReference(MerchantAccount account, String reference, String orderId) {
        return inquire(account, "inquire/" + CardPointeSites.encoded(reference) + "/" + CardPointeSites.encoded(account.merchantId()), orderId);
    }

    private ChargeResult inquire(MerchantAccount account, String operation, String orderId) {
        try {
            HttpResponse<byte[]> response = http.get(account, operation);
            return response.statusCode() == 200
                    ? CardPointeAnswers.inquiry(JSON.readTree(response.body()), orderId)
                    : new ChargeResult.NoAnswer("HTTP " + response.statusCode());
        } catch (IOException e) {
            return new ChargeResult.NoAnswer(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ChargeResult.NoAnswer("Interrupted while waiting for the gateway");
        }
    }

    @Override
    public boolean voidByOrderId(MerchantAccount account, String orderId) {
        try {
            HttpResponse<byte[]> response = http.put(account, "voidByOrderId", CardPointeRequests.order(account, orderId));
            return response.statusCode() == 200 && CardPointeAnswers.voided(JSON.readTree(response.body()));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks about an order that cannot exist: an answer of any kind proves user and password, "not found" proves the merchant as well. */
    @Override
    public AccountCheck check(MerchantAccount account) {
        if (!sites.known(account.site())) {
            return AccountCheck.wrong("SmsBillingCardPointeSite");
        }
        try {
            HttpResponse<byte[]> response = http.get(account, inquiry(account,
                    "C" + UUID.randomUUID().toString().replace("-", "").substring(0, 18)));
            if (response.statusCode() == 401 || response.statusCode() == 403) {
                return AccountCheck.wrong("SmsBillingCardPointeCredentials");
            } else if (response.statusCode() != 200) {
                return AccountCheck.wrong("SmsBillingCardPointeAnswer", Map.of("text", "HTTP status " + response.statusCode()));
            }
            JsonNode answer = JSON.readTree(response.body());
            return CardPointeAnswers.inquiry(answer, "") instanceof ChargeResult.NotFound
                    ? AccountCheck.ok()
                    : AccountCheck.wrong("SmsBillingCardPointeAnswer", Map.of("text", CardPointeAnswers.words(answer)));
        } catch (JsonProcessingException e) {
            return AccountCheck.wrong("SmsBillingCardPointeNotGateway");
        } catch (IOException e) {
            return AccountCheck.wrong("SmsBillingCardPointeUnreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AccountCheck.wrong("SmsBillingCardPointeUnreachable");
        }
    }

    @Override
    public URI tokenizer(MerchantAccount account, MethodType methodType) {
        return sites.tokenizer(account.site(), methodType);
    }

    private static String inquiry(MerchantAccount account, String orderId) {
        return "inquireByOrderid/" + orderId + "/" + CardPointeSites.encoded(account.merchantId()) + "/1";
    }

    @Override
    public SettlementReport settlement(MerchantAccount account, String reference) {
        return settlement.report(account, reference);
    }

    @Override
    public ReversalResult voidCharge(MerchantAccount account, String reference) {
        return settlement.reverse(account, "void", CardPointeRequests.charge(account, reference));
    }

    @Override
    public ReversalResult refund(MerchantAccount account, RefundRequest request) {
        return settlement.reverse(account, "refund", CardPointeRequests.refund(account, request));
    }

    @Override
    public Optional<List<SettledCharge>> settled(MerchantAccount account, LocalDate day) {
        return settlement.settled(account, day);
    }

    @Override
    public Optional<List<ReturnedCharge>> returned(MerchantAccount account, LocalDate day) {
        return settlement.returned(account, day);
    }
}
