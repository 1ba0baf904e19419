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
package org.smsbilling.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.OutsideProperties;
import org.smsbilling.clock.RemoteClock;
import org.smsbilling.message.DispatchStep;
import org.smsbilling.payment.Failpoint;
import org.smsbilling.scenario.Stage;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;

/** The component on the testbed, in a JVM that is there to be killed: does what it is told on its standard input and can end at a named point. */
final class MortalHost {

    static final String ANSWER = "@@ ";
    static final String FAILURE = "@@ failed ";
    /** What it ends with at a named point; that of a process killed by signal 9. */
    static final int KILLED = 137;

    private final Stage stage;

    private MortalHost(Stage stage) {
        this.stage = stage;
    }

    /** @param arguments address of the database, address of the outside world */
    public static void main(String[] arguments) throws Exception {
        URI outside = URI.create(arguments[1]);
        OutsideProperties.pointAt(outside);
        TestbedConfig config = TestbedConfig.inMemory("none", RemoteClock.connect(outside.resolve("/clock")),
                Path.of("../..").toAbsolutePath().normalize()).withDatabase(arguments[0], "postgres", "");
        try (Testbed testbed = Testbed.start(config)) {
            new MortalHost(new Stage(testbed.dispatcher(), outside)).listen();
        }
    }

    private void listen() throws IOException {
        System.out.println(ANSWER + "ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> order = List.of(line.split("\t"));
            try {
                System.out.println(ANSWER + follow(order.get(0), order.subList(1, order.size())));
            } catch (Exception e) {
                System.out.println(FAILURE + e);
            }
        }
    }

    private String follow(String order, List<String> with) throws Exception {
        return switch (order) {
        case "settle" -> settle();
        case "bill" -> bill(with.get(0), with.get(1));
        case "send" -> send(with.get(0), with.get(1), with.get(2), with.get(3));
        case "outcome" -> outcome(with.get(0), with.get(1));
        case "history" -> history(with.get(0), with.get(1));
        case "tap" -> tap(with.get(0), with.get(1));
        case "page" -> page(with.get(0));
        case "holdMessages" -> {
            stage.component().outbox().close();
            yield "held";
        }
        case "holdPayments" -> {
            stage.component().payments().close();
            yield "held";
        }
        case "dieSending" -> {
            DispatchStep.Point fatal = DispatchStep.Point.valueOf(with.get(0));
            stage.component().outbox().observe((point, messageId) -> dieIf(point == fatal));
            yield "armed";
        }
        case "diePaying" -> {
            Failpoint.Place fatal = Failpoint.Place.valueOf(with.get(0));
            stage.component().payments().observe((place, attemptId) -> dieIf(place == fatal));
            yield "armed";
        }
        default -> throw new IllegalArgumentException(order);
        };
    }

    private static void dieIf(boolean now) {
        if (now) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** @return an administrator and a connected organization of theirs */
    private String settle() throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        return administrator.getString("userLoginId") + "\t" + stage.data().connectedOrganization("Mortal Ltd", administrator);
    }

    /** @return an invoice of that amount and the number of its customer */
    private String bill(String organization, String amount) throws Exception {
        String number = stage.data().mobile();
        return stage.data().invoice(organization, stage.data().customer("Survivor", number), amount) + "\t" + number;
    }

    private String send(String user, String invoiceId, String number, String occurrence) throws Exception {
        return String.valueOf(stage.call(user(user), "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "confirmedResend", "Y",
                "occurrence", occurrence).get("messageId"));
    }

    private String outcome(String user, String messageId) throws Exception {
        Object outcome = stage.call(user(user), "getSmsMessageOutcome", "messageId", messageId, "waitMillis", 0L).get("outcome");
        return String.valueOf(map(outcome).get("text"));
    }

    private String history(String user, String invoiceId) throws Exception {
        Map<String, Object> overview = map(stage.call(user(user), "getInvoiceSmsOverview", "invoiceId", invoiceId).get("overview"));
        return String.valueOf(((List<?>) overview.get("audit")).stream().map(row -> map(row).get("auditKind")).toList());
    }

    private String tap(String token, String amount) throws Exception {
        return String.valueOf(map(stage.callPublic("startSmsPayment", "token", token, "methodType", "CARD",
                "accountToken", stage.outside().accountToken("4788250000121443"), "accountExpiry", "1230", "payerName", "Pat Payer",
                "postalCode", "10004", "amount", new BigDecimal(amount), "authorized", "Y", "remoteAddress", "192.0.2.77",
                "userAgent", "Mozilla/5.0 (iPhone)").get("outcome")).get("reason"));
    }

    private String page(String token) throws Exception {
        return String.valueOf(map(stage.callPublic("openSmsPayLink", "token", token, "remoteAddress", "192.0.2.77", "userAgent",
                "Mozilla/5.0 (iPhone)").get("payPage")).get("state"));
    }

    private GenericValue user(String userLoginId) throws Exception {
        return stage.find("UserLogin", "userLoginId", userLoginId);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object map) {
        return (Map<String, Object>) map;
    }
}
