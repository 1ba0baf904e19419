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

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;

/**
 * The connection between twilio-java and the JDK's HTTP client. It makes exactly one request per call, where twilio-java's own client repeats a POST
 * after an error, and it tells a request that was never sent from one that got no answer. Keeps nothing of a request. Thread-safe.
 */
final class OneRequestHttpClient extends HttpClient {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int WRONG_CREDENTIALS = 20003;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<URI> base;
    private final Duration connectTimeout;
    private final Duration answerTimeout;
    private final java.net.http.HttpClient client;

    /**
     * @param base replaces scheme, host and port of every address
     * @param connectTimeout how long making a connection may take
     * @param answerTimeout how long the whole answer may take after that
     */
    OneRequestHttpClient(Optional<URI> base, Duration connectTimeout, Duration answerTimeout) {
        this.base = base;
        this.connectTimeout = connectTimeout;
        this.answerTimeout = answerTimeout;
        this.client = java.net.http.HttpClient.newBuilder().version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER).connectTimeout(connectTimeout).build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /**
     * @return an answer with a status from 200 to 299
     * @throws NotSentException if there was no connection
     * @throws ApiConnectionException if there was no complete answer
     * @throws ApiException for an answer with any other status, which it has
     */
    @Override
    public Response makeRequest(Request request) {
        HttpResponse<String> answer = exchange(translate(request));
        if (answer.statusCode() / 100 != 2) {
            ApiException refusal = refusal(answer.statusCode(), answer.body());
            throw answer.statusCode() == TOO_MANY_REQUESTS ? new BusyException(refusal, answer.headers().firstValue("Retry-After")) : refusal;
        }
        return new Response(answer.body(), answer.statusCode());
    }

    private HttpRequest translate(Request request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(address(URI.create(request.constructURL().toString())))
                .timeout(connectTimeout.plus(answerTimeout))
                .header("Authorization", request.getAuthString()).header("Accept", "application/json").header("User-Agent", "smsbilling twilio-java");
        if (request.getMethod() == HttpMethod.POST) {
            http.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(request.encodeFormBody()));
        } else if (request.getMethod() != HttpMethod.GET) {
            throw new UnsupportedOperationException(request.getMethod().toString());
        }
        return http.build();
    }

    private URI address(URI twilio) {
        return base.map(to -> URI.create(to.getScheme() + "://" + to.getRawAuthority() + twilio.getRawPath()
                + (twilio.getRawQuery() == null ? "" : "?" + twilio.getRawQuery()))).orElse(twilio);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return answer.get(connectTimeout.plus(answerTimeout).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException) {
                throw new NotSentException("No connection to Twilio", e.getCause());
            }
            if (e.getCause() instanceof IOException) {
                throw new ApiConnectionException("No answer from Twilio", e.getCause());
            }
            throw new ApiConnectionException("No usable answer from Twilio", e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ApiConnectionException("No answer from Twilio in time", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("Interrupted while Twilio was asked", e);
        }
    }

    private static ApiException refusal(int status, String body) {
        int otherwise = status == UNAUTHORIZED ? WRONG_CREDENTIALS : status;
        try {
            JsonNode error = JSON.readTree(body);
            return new ApiException(error.path("message").asText("HTTP status " + status), error.path("code").asInt(otherwise),
                    error.path("more_info").asText(""), status, null);
        } catch (JacksonException e) {
            return new ApiException("HTTP status " + status, otherwise, "", status, e);
        }
    }
}
