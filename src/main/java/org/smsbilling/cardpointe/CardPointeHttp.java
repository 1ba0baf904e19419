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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.smsbilling.provider.MerchantAccount;

/** One request to the gateway at a time, each made exactly once. */
final class CardPointeHttp {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CardPointeSites sites;
    private final Duration answerTimeout;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    CardPointeHttp(CardPointeSites sites, Duration answerTimeout) {
        this.sites = sites;
        this.answerTimeout = answerTimeout;
    }

    HttpResponse<byte[]> put(MerchantAccount account, String operation, Map<String, String> fields) throws IOException, InterruptedException {
        return send(sites.request(account, operation).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(fields))));
    }

    HttpResponse<byte[]> get(MerchantAccount account, String operation) throws IOException, InterruptedException {
        return send(sites.request(account, operation).GET());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(answerTimeout).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
