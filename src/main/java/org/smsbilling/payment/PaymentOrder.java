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
package org.smsbilling.payment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.smsbilling.provider.ChargeRequest.MethodType;

/**
 * What the payer sent by tapping Pay.
 *
 * @param methodType null when it was none that exists
 * @param account the gateway's token; never printed
 * @param choice of invoices and amount
 * @param authorized whether the authorization was ticked
 * @param grant of a payer who has shown who one is, or null; never printed
 * @param address and userAgent belong to the authorization's record
 */
record PaymentOrder(String token, MethodType methodType, PaymentAccount account, String payerName, String postalCode, Choice choice,
        boolean authorized, String grant, String address, String userAgent, Locale locale) {

    /**
     * What the payer chose to pay.
     *
     * @param invoiceIds of the link; empty for all
     * @param shownDue what the page said is open on them
     * @param amount on the button
     */
    record Choice(List<String> invoiceIds, BigDecimal shownDue, BigDecimal amount) {

        private static final int INVOICES = 200;

        /** @param context of a service with invoiceIds (separated by commas), dueAmount and amount; without dueAmount all that is open is paid */
        static Choice of(Map<String, ?> context) {
            BigDecimal amount = (BigDecimal) context.get("amount");
            BigDecimal due = (BigDecimal) context.get("dueAmount");
            return new Choice(Arrays.stream(Objects.toString(context.get("invoiceIds"), "").split(",")).map(String::strip)
                    .filter(id -> !id.isEmpty()).limit(INVOICES).toList(), due == null ? amount : due, amount);
        }

        static Choice all(BigDecimal amount) {
            return new Choice(List.of(), amount, amount);
        }
    }

    private static final int NAME_LENGTH = 100;
    private static final int POSTAL_LENGTH = 20;
    private static final int AGENT_LENGTH = 255;
    private static final int ADDRESS_LENGTH = 60;

    /** @param context of the service startSmsPayment */
    static PaymentOrder of(Map<String, ?> context, Locale locale) {
        return new PaymentOrder((String) context.get("token"), methodType((String) context.get("methodType")),
                new PaymentAccount(text(context, "accountToken", 64), text(context, "accountExpiry", 10)), text(context, "payerName", NAME_LENGTH),
                text(context, "postalCode", POSTAL_LENGTH), Choice.of(context), "Y".equals(context.get("authorized")), (String) context.get("grant"),
                text(context, "remoteAddress", ADDRESS_LENGTH), text(context, "userAgent", AGENT_LENGTH), locale);
    }

    private static MethodType methodType(String name) {
        for (MethodType type : MethodType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }

    private static String text(Map<String, ?> context, String name, int length) {
        String value = Objects.toString(context.get(name), "").replaceAll("\\p{Cntrl}", " ").strip();
        return value.substring(0, Math.min(length, value.length()));
    }

    @Override
    public String toString() {
        return "PaymentOrder[" + methodType + ", " + choice.amount() + "]";
    }
}
