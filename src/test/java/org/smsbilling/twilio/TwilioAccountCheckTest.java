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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.SmsAccount;

/** Connecting says what is wrong. */
class TwilioAccountCheckTest {
    private static final String ACCOUNT_PATH = "/2010-04-01/Accounts/" + FakeTwilio.SID + ".json";
    private static final String NUMBERS_PATH = "/2010-04-01/Accounts/" + FakeTwilio.SID + "/IncomingPhoneNumbers.json";
    private static final String SHORT_CODES_PATH = "/2010-04-01/Accounts/" + FakeTwilio.SID + "/SMS/ShortCodes.json";
    private static final String SERVICE = "MG" + "b".repeat(32);
    private final FakeTwilio twilio = new FakeTwilio();
    private final TwilioSmsProvider provider = new TwilioSmsProvider(Optional.of(twilio.base()), Clock.systemUTC(), Duration.ofSeconds(1),
            Duration.ofSeconds(2));

    @BeforeEach
    void goodAccount() {
        twilio.on(ACCOUNT_PATH, 200, "{\"sid\":\"" + FakeTwilio.SID + "\",\"status\":\"active\",\"type\":\"Full\"}");
    }

    @AfterEach
    void stopTwilio() {
        twilio.close();
    }

    private AccountCheck check(String sender) {
        return provider.check(new SmsAccount(FakeTwilio.SID, "test-token-a", sender));
    }

    private void numbers(String records) {
        twilio.on(NUMBERS_PATH, 200, "{\"incoming_phone_numbers\":[" + records + "],"
                + "\"uri\":\"/x\",\"next_page_uri\":null,\"page\":0,\"page_size\":50}");
    }

    @Test
    void aNumberOfTheAccountThatCanTextIsRight() {
        numbers("{\"phone_number\":\"+15005550006\",\"capabilities\":{\"voice\":false,\"sms\":true,\"mms\":false,\"fax\":false}}");
        assertEquals(AccountCheck.ok(), check("+15005550006"));
        assertEquals(Set.of("PhoneNumber=%2B15005550006", "PageSize=50"), Set.of(twilio.asked().get(1).uri().getRawQuery().split("&")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"''", "{\"phone_number\":\"+15005550007\"}",
        "{\"phone_number\":\"+15005550006\",\"capabilities\":{\"voice\":true,\"sms\":false,\"mms\":false,\"fax\":false}}"})
    void aNumberOfSomebodyElseOrWithoutTextsIsWrong(String records) {
        numbers(records);
        assertEquals(AccountCheck.wrong("SmsBillingTwilioSenderNotYours", Map.of("sender", "+15005550006")), check("+15005550006"));
    }

    @Test
    void aMessagingServiceHasToBeTheAccounts() {
        assertEquals(AccountCheck.wrong("SmsBillingTwilioSenderNotYours", Map.of("sender", SERVICE)), check(SERVICE));
        twilio.on("/v1/Services/" + SERVICE, 200, "{\"sid\":\"" + SERVICE + "\"}");
        assertEquals(AccountCheck.ok(), check(SERVICE));
    }

    @Test
    void aShortCodeHasToBeTheAccounts() {
        twilio.on(SHORT_CODES_PATH, 200, "{\"short_codes\":[{\"short_code\":\"12345\"}],"
                + "\"uri\":\"/x\",\"next_page_uri\":null,\"page\":0,\"page_size\":50}");
        assertEquals(AccountCheck.ok(), check("12345"));
        assertEquals(AccountCheck.wrong("SmsBillingTwilioSenderNotYours", Map.of("sender", "54321")), check("54321"));
    }

    @Test
    void aNameNeedsNoNumber() {
        assertEquals(AccountCheck.ok(), check("ACME Bills"));
    }

    @Test
    void wrongFormsAreToldWithoutACall() {
        assertEquals("SmsBillingTwilioSidForm", provider.check(new SmsAccount("SK" + "a".repeat(32), "t", "+15005550006")).problem());
        assertEquals("SmsBillingTwilioSidForm", provider.check(new SmsAccount("AC/../x", "t", "+15005550006")).problem());
        assertEquals("SmsBillingTwilioTokenMissing", provider.check(new SmsAccount(FakeTwilio.SID, " ", "+15005550006")).problem());
        assertEquals("SmsBillingSenderForm", check("2125550147").problem());
        assertEquals(0, twilio.asked().size());
    }

    @ParameterizedTest
    @CsvSource({"401,20003,SmsBillingTwilioCredentials", "404,20404,SmsBillingTwilioCredentials", "429,20429,SmsBillingTwilioBusy",
        "500,20500,SmsBillingTwilioDown", "503,20503,SmsBillingTwilioDown", "403,20008,SmsBillingTwilioRefused"})
    void aNoIsExplained(int status, int code, String problem) {
        twilio.on(ACCOUNT_PATH, status, "{\"code\":" + code + ",\"message\":\"Because\",\"status\":" + status + "}");
        assertEquals(problem, check("+15005550006").problem());
        assertEquals(1, twilio.asked().size());
    }

    @ParameterizedTest
    @CsvSource({"suspended", "closed"})
    void anAccountThatIsNotActiveIsNamed(String status) {
        twilio.on(ACCOUNT_PATH, 200, "{\"sid\":\"" + FakeTwilio.SID + "\",\"status\":\"" + status + "\"}");
        assertEquals(AccountCheck.wrong("SmsBillingTwilioAccountNotActive", Map.of("status", status)), check("+15005550006"));
    }

    @Test
    void aNetworkThatIsDownIsNotBlamedOnTheCredentials() {
        twilio.close();
        assertEquals("SmsBillingTwilioUnreachable", check("+15005550006").problem());
    }

    @Test
    void anAnswerOfSomebodyElseIsToldApart() {
        twilio.on(NUMBERS_PATH, 200, "{}");
        assertEquals("SmsBillingTwilioNotTwilio", check("+15005550006").problem());
        twilio.on(ACCOUNT_PATH, 200, "<html>Welcome to the hotel</html>");
        assertEquals("SmsBillingTwilioNotTwilio", check("+15005550006").problem());
    }
}
