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

import java.util.Map;
import java.util.regex.Pattern;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.ShortCode;
import com.twilio.rest.messaging.v1.Service;
import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.Sender;
import org.smsbilling.provider.SmsAccount;

/** Finds out what is wrong with an account, or that nothing is. */
final class TwilioAccountCheck {
    private static final Pattern ACCOUNT_SID = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final int PAGE_SIZE = 50;

    private final TwilioRestClient client;

    TwilioAccountCheck(TwilioRestClient client) {
        this.client = client;
    }

    AccountCheck check(SmsAccount account) {
        if (!ACCOUNT_SID.matcher(account.accountSid()).matches()) {
            return AccountCheck.wrong("SmsBillingTwilioSidForm");
        }
        if (account.authToken().isBlank()) {
            return AccountCheck.wrong("SmsBillingTwilioTokenMissing");
        }
        Sender sender = Sender.parse(account.sender()).orElse(null);
        if (sender == null) {
            return AccountCheck.wrong("SmsBillingSenderForm");
        }
        try {
            Account found = Account.fetcher(account.accountSid()).fetch(client);
            return found.getStatus() == Account.Status.ACTIVE ? sender(sender)
                    : AccountCheck.wrong("SmsBillingTwilioAccountNotActive", Map.of("status", String.valueOf(found.getStatus())));
        } catch (ApiException e) {
            return refused(e);
        } catch (TwilioException e) {
            return AccountCheck.wrong("SmsBillingTwilioUnreachable");
        } catch (NullPointerException e) {
            // twilio-java's way to say that a list in an answer is not one
            return AccountCheck.wrong("SmsBillingTwilioNotTwilio");
        }
    }

    private AccountCheck sender(Sender sender) {
        Map<String, String> values = Map.of("sender", sender.value());
        boolean belongs = switch (sender.kind()) {
        case NUMBER, TOLL_FREE -> number(sender.value());
        case SHORT_CODE -> shortCode(sender.value());
        case MESSAGING_SERVICE -> service(sender.value());
        case ALPHANUMERIC -> true;
        };
        return belongs ? AccountCheck.ok() : AccountCheck.wrong("SmsBillingTwilioSenderNotYours", values);
    }

    private boolean number(String number) {
        for (IncomingPhoneNumber own : IncomingPhoneNumber.reader().setPhoneNumber(number).pageSize(PAGE_SIZE).read(client)) {
            if (number.equals(own.getPhoneNumber().toString())) {
                return own.getCapabilities() == null || own.getCapabilities().getSms();
            }
        }
        return false;
    }

    private boolean shortCode(String code) {
        for (ShortCode own : ShortCode.reader().setShortCode(code).pageSize(PAGE_SIZE).read(client)) {
            if (code.equals(own.getShortCode())) {
                return true;
            }
        }
        return false;
    }

    private boolean service(String sid) {
        try {
            return sid.equals(Service.fetcher(sid).fetch(client).getSid());
        } catch (ApiException e) {
            if (e.getStatusCode() != null && e.getStatusCode() == 404) {
                return false;
            }
            throw e;
        }
    }

    private static AccountCheck refused(ApiException e) {
        Integer status = e.getStatusCode();
        if (status == null) {
            return AccountCheck.wrong("SmsBillingTwilioNotTwilio");
        } else if (status == 401 || status == 404) {
            return AccountCheck.wrong("SmsBillingTwilioCredentials");
        } else if (status == 429) {
            return AccountCheck.wrong("SmsBillingTwilioBusy");
        } else if (status >= 500) {
            return AccountCheck.wrong("SmsBillingTwilioDown", Map.of("status", String.valueOf(status)));
        }
        return AccountCheck.wrong("SmsBillingTwilioRefused", Map.of("code", String.valueOf(e.getCode()), "text", String.valueOf(e.getMessage())));
    }
}
