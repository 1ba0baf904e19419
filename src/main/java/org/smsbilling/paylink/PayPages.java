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
package org.smsbilling.paylink;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.smsbilling.payercheck.PayerCheck;
import org.smsbilling.provider.PaymentGateway;

/** Opens pay pages: what {@link PayPage} says, for who asks with whatever token. */
public final class PayPages {

    private final Delegator delegator;
    private final Clock clock;
    private final GuessThrottle guesses;
    private final InvoicePdfs pdfs;
    private final PageReading reading;
    private final PayPage page;

    public PayPages(Delegator delegator, Clock clock, PaymentGateway gateway, GuessThrottle guesses, InvoicePdfs pdfs) {
        this.delegator = delegator;
        this.clock = clock;
        this.guesses = guesses;
        this.pdfs = pdfs;
        this.reading = new PageReading(delegator, clock);
        this.page = new PayPage(delegator, gateway);
    }

    /**
     * @param asked what the service openSmsPayLink takes: token, remoteAddress, userAgent, method, purpose, grant, language and acceptLanguage
     * @return see {@link PayPage}
     */
    public Map<String, Object> open(DispatchContext dctx, Map<String, ?> asked) throws GenericEntityException {
        Map<String, Object> opened = open(asked);
        opened.put("pdf", pdfs.available(dctx));
        return opened;
    }

    private Map<String, Object> open(Map<String, ?> asked) throws GenericEntityException {
        PageRequest request = PageRequest.of(asked);
        String token = (String) asked.get("token");
        String language = (String) asked.get("language");
        String acceptLanguage = (String) asked.get("acceptLanguage");
        if (guesses.turnsAway(request.network())) {
            return PayPage.anonymous(LinkState.THROTTLED, PageLanguage.choose(language, acceptLanguage));
        } else if (PayToken.SAMPLE.equals(token)) {
            return PayPage.anonymous(LinkState.SAMPLE, PageLanguage.choose(language, acceptLanguage));
        }
        Optional<LinkReading.Found> found = reading.open(new PageReading.Question(token, request));
        if (found.isEmpty()) {
            if (PayToken.wellFormed(token)) {
                guesses.wrong(request.network());
            }
            return PayPage.anonymous(LinkState.UNKNOWN, PageLanguage.choose(language, acceptLanguage));
        }
        LinkSnapshot link = found.get().link();
        Locale locale = PageLanguage.choose(language, found.get().messageLocale(), acceptLanguage, link.settings());
        String grant = (String) asked.get("grant");
        Instant now = clock.instant();
        return link.state() == LinkState.PAYABLE && !PayerCheck.passed(delegator, link, grant, now)
                ? page.confirmation(link, locale, now) : page.of(found.get(), grant, locale, now);
    }
}
