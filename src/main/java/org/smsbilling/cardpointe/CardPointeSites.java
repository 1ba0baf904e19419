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

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.MerchantAccount;

/** Addresses of the gateway and of its tokenizer. A site is one host label, so that settings can never point anywhere else. */
final class CardPointeSites {

    private static final Pattern SITE = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final String COMMON = "tokenizewheninactive=true&inactivityto=500&enhancedresponse=true";
    private static final String CARD = "&useexpiry=true&usecvv=true&invalidcreditcardevent=true&formatinput=true&cardinputmaxlength=19";
    private static final String BANK_ACCOUNT = "&fullmobilekeyboard=true&placeholder=" + encoded("routing/account");
    private static final String LOOKS = "&css=" + encoded("body{margin:0 4px;font:16px/1.4 system-ui,sans-serif;color:#1a1f2b}label{font-weight:600}"
            + "input,select{box-sizing:border-box;min-height:44px;font:inherit;padding:8px 12px;margin:4px 4px 12px 0;border:1px solid #6b7280;"
            + "border-radius:8px;background:#fff}#ccnumfield{width:100%}.error{border-color:#b42318;color:#b42318}");

    private final Optional<URI> base;

    CardPointeSites(Optional<URI> base) {
        this.base = base;
    }

    boolean known(String site) {
        return site != null && SITE.matcher(site).matches();
    }

    URI tokenizer(String site, MethodType methodType) {
        return URI.create(address(site) + "/itoke/ajax-tokenizer.html?" + COMMON + (methodType == MethodType.CARD ? CARD : BANK_ACCOUNT) + LOOKS);
    }

    HttpRequest.Builder request(MerchantAccount account, String operation) {
        String credentials = account.user() + ":" + account.password();
        return HttpRequest.newBuilder(URI.create(address(account.site()) + "/cardconnect/rest/" + operation)).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))).header("Accept", "application/json");
    }

    private String address(String site) {
        if (!known(site)) {
            throw new IllegalArgumentException("Not the site of a gateway: " + site);
        }
        return base.map(URI::toString).map(address -> address.replaceFirst("/+$", "")).orElseGet(() -> "https://" + site + ".cardconnect.com");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
