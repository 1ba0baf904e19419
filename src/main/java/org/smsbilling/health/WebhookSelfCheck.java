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
package org.smsbilling.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.smsbilling.organization.HookAddress;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.twilio.TwilioSignature;

/**
 * Knocks at the organization's own webhook from outside, as the carrier does: a signed report that is about nothing has to be taken, and the same
 * without a valid signature has to be turned away. Two requests, five seconds each at most, no redirects; nothing that the address answers is shown,
 * so that the setting cannot be used to look around.
 */
final class WebhookSelfCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

    AccountCheck check(OrganizationSettings settings) {
        Optional<URI> address = HookAddress.status(settings);
        Optional<SmsAccount> account = settings.smsAccount();
        if (address.isEmpty() || account.isEmpty()) {
            return AccountCheck.wrong("SmsBillingWebhookNoAddress");
        }
        try {
            String signature = TwilioSignature.sign(account.get().authToken(), address.get(), Map.of());
            int taken = status(address.get(), signature);
            if (taken == 403) {
                return AccountCheck.wrong("SmsBillingWebhookSignature");
            } else if (taken != 200) {
                return AccountCheck.wrong("SmsBillingWebhookStatus", Map.of("status", String.valueOf(taken)));
            }
            return status(address.get(), "forged") == 403 ? AccountCheck.ok() : AccountCheck.wrong("SmsBillingWebhookOpen");
        } catch (IOException e) {
            return AccountCheck.wrong("SmsBillingWebhookUnreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AccountCheck.wrong("SmsBillingWebhookUnreachable");
        }
    }

    private int status(URI address, String signature) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("X-Twilio-Signature", signature)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.noBody()).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
