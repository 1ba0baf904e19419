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
package org.smsbilling.outside.twilio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts, phone numbers and messaging services that exist. */
public final class Directory {
    /** An account. */
    public record Account(String sid, String token, String friendlyName) { }

    /** A phone number of an account.
     * @param smsUrl where inbound messages are reported, or "" */
    public record Number(String sid, String accountSid, String number, String smsUrl) { }

    /** A messaging service with one number in its pool.
     * @param inboundUrl where inbound messages are reported, or "" for the number's own address */
    public record Service(String sid, String accountSid, String number, String inboundUrl) { }

    public static final String ACCOUNT_A = "AC" + "a".repeat(32);
    public static final String ACCOUNT_B = "AC" + "b".repeat(32);
    public static final String SERVICE_B = "MG" + "b".repeat(32);

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Number> numbers = new ConcurrentHashMap<>();
    private final Map<String, Service> services = new ConcurrentHashMap<>();

    public Directory() {
        reset();
    }

    /** Back to the two known accounts. */
    public void reset() {
        accounts.clear();
        numbers.clear();
        services.clear();
        accounts.put(ACCOUNT_A, new Account(ACCOUNT_A, "test-token-a", "Account A"));
        accounts.put(ACCOUNT_B, new Account(ACCOUNT_B, "test-token-b", "Account B"));
        put(new Number("PN" + "a".repeat(32), ACCOUNT_A, "+15005550006", ""));
        put(new Number("PN" + "b".repeat(32), ACCOUNT_B, "+442071838750", ""));
        put(new Service(SERVICE_B, ACCOUNT_B, "+442071838750", ""));
    }

    public void put(Number number) {
        numbers.put(number.number(), number);
    }

    public void put(Service service) {
        services.put(service.sid(), service);
    }

    public Optional<Account> account(String sid) {
        return Optional.ofNullable(accounts.get(sid));
    }

    public Optional<Number> number(String number) {
        return Optional.ofNullable(numbers.get(number));
    }

    public Optional<Service> service(String sid) {
        return Optional.ofNullable(services.get(sid));
    }

    /** @return the service whose pool the number is in */
    public Optional<Service> serviceOf(String number) {
        return services.values().stream().filter(service -> service.number().equals(number)).findFirst();
    }

    public List<Number> numbersOf(String accountSid) {
        return numbers.values().stream().filter(number -> number.accountSid().equals(accountSid)).toList();
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }
}
