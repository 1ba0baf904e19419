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
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLHandshakeException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.ReversalResult;
import org.smsbilling.provider.SettledCharge;
import org.smsbilling.provider.SettlementReport;

/** What happens to a charge after its approval: settlement, returns, voids and refunds. */
final class CardPointeSettlement {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final String NO_BATCHES = "Null batches";

    private final CardPointeHttp http;

    CardPointeSettlement(CardPointeHttp http) {
        this.http = http;
    }

    SettlementReport report(MerchantAccount account, String reference) {
        return read(account, "inquire/" + CardPointeSites.encoded(reference) + "/" + CardPointeSites.encoded(account.merchantId()))
                .flatMap(CardPointeSettlement::json).map(CardPointeAnswers::settlement)
                .orElse(SettlementReport.of(SettlementReport.Status.NO_ANSWER));
    }

    Optional<List<SettledCharge>> settled(MerchantAccount account, LocalDate day) {
        Optional<String> answer = read(account, "settlestat?" + query(account, day));
        return answer.filter(text -> text.strip().startsWith(NO_BATCHES)).isPresent()
                ? Optional.of(List.of()) : answer.flatMap(CardPointeSettlement::json).flatMap(CardPointeAnswers::settled);
    }

    Optional<List<ReturnedCharge>> returned(MerchantAccount account, LocalDate day) {
        return read(account, "funding?" + query(account, day)).flatMap(CardPointeSettlement::json).flatMap(CardPointeAnswers::returned);
    }

    /** @param operation void or refund */
    ReversalResult reverse(MerchantAccount account, String operation, Map<String, String> fields) {
        try {
            HttpResponse<byte[]> response = http.put(account, operation, fields);
            if (response.statusCode() == 200) {
                return CardPointeAnswers.reversal(JSON.readTree(response.body()));
            }
            boolean surelyNotProcessed = response.statusCode() >= 400 && response.statusCode() < 500 && response.statusCode() != 408;
            String words = "HTTP " + response.statusCode();
            return surelyNotProcessed ? new ReversalResult.Refused("HTTP" + response.statusCode(), words) : new ReversalResult.NoAnswer(words);
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return new ReversalResult.Refused("", "The gateway could not be reached");
        } catch (IOException e) {
            return new ReversalResult.NoAnswer(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ReversalResult.NoAnswer("Interrupted while waiting for the gateway");
        }
    }

    private Optional<String> read(MerchantAccount account, String operation) {
        try {
            HttpResponse<byte[]> response = http.get(account, operation);
            return response.statusCode() == 200 ? Optional.of(new String(response.body(), StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String query(MerchantAccount account, LocalDate day) {
        return "merchid=" + CardPointeSites.encoded(account.merchantId()) + "&date=" + MONTH_AND_DAY.format(day);
    }
}
