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
package org.smsbilling.scenario;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.ofbiz.service.GenericServiceException;

/** The customer on the pay page as scenarios use it. */
final class Paying {
    static final String CARD = "4788250000121443";
    static final String DECLINED_CARD = "4387751111111053";
    static final String SILENT_CARD = "4999006200620062";
    static final String BANK_ACCOUNT = "036001808/1234567890123";

    private Paying() { }

    /** Opens a link. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> open(Stage stage, String token) throws GenericServiceException {
        return (Map<String, Object>) stage.callPublic("openSmsPayLink", "token", token, "remoteAddress", "192.0.2.77",
                "userAgent", "Mozilla/5.0 (iPhone)").get("payPage");
    }

    static String state(Stage stage, String token) throws GenericServiceException {
        return String.valueOf(open(stage, token).get("state"));
    }

    /** Types a card, ticks the authorization and taps Pay. @return outcome of startSmsPayment */
    static Map<String, Object> tap(Stage stage, String token, String card, String amount) throws Exception {
        return tap(stage, token, "CARD", card, amount);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> tap(Stage stage, String token, String methodType, String account, String amount) throws Exception {
        return (Map<String, Object>) stage.callPublic("startSmsPayment", "token", token, "methodType", methodType,
                "accountToken", stage.outside().accountToken(account), "accountExpiry", "CARD".equals(methodType) ? "1230" : null,
                "payerName", "Pat Payer", "postalCode", "10004", "amount", new BigDecimal(amount), "authorized", "Y",
                "remoteAddress", "192.0.2.77", "userAgent", "Mozilla/5.0 (iPhone)").get("outcome");
    }

    /** Waits until the payer is told something final. @return the progress then */
    static Map<String, Object> finished(Stage stage, String token, Object attemptId) throws Exception {
        return Expect.soon("end of attempt " + attemptId, () -> progress(stage, token, attemptId), p -> Boolean.TRUE.equals(p.get("finished")));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> progress(Stage stage, String token, Object attemptId) throws GenericServiceException {
        return (Map<String, Object>) stage.callPublic("getSmsPaymentProgress", "token", token, "attemptId", attemptId, "waitMillis", 1_000L)
                .get("outcome");
    }

    /** Pays to the end and expects success. */
    static void pay(Stage stage, String token, String card, String amount) throws Exception {
        Map<String, Object> started = tap(stage, token, card, amount);
        Expect.equal(Boolean.TRUE, started.get("accepted"), "payment started: " + started.get("text"));
        Map<String, Object> end = finished(stage, token, started.get("attemptId"));
        Expect.equal(Boolean.TRUE, end.get("success"), "payment succeeded: " + end.get("text"));
    }
}
