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
package org.smsbilling.outside;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;

/** The HTTP client of twilio-java, for which all of Twilio's hosts are one address. */
final class ExchangedAddress extends NetworkHttpClient {
    private final URI base;

    private ExchangedAddress(URI base) {
        this.base = base;
    }

    static TwilioRestClient client(URI base, String sid, String token) {
        return new TwilioRestClient.Builder(sid, token).httpClient(new ExchangedAddress(base)).build();
    }

    @Override
    public Response makeRequest(Request original) {
        URI wanted = URI.create(original.getUrl());
        String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        Request request = new Request(original.getMethod(), base + wanted.getRawPath() + query);
        original.getQueryParams().forEach((name, values) -> values.forEach(value -> request.addQueryParam(name, value)));
        original.getPostParams().forEach((name, values) -> values.forEach(value -> request.addPostParam(name, value)));
        original.getHeaderParams().forEach((name, values) -> values.forEach(value -> request.addHeaderParam(name, value)));
        request.setContentType(original.getContentType());
        request.setAuth(original.getUsername(), original.getPassword());
        return super.makeRequest(request);
    }
}
