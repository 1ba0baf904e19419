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
package org.smsbilling.bench.faults;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.clock.RemoteClock;
import org.smsbilling.scenario.Stage;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.web.WebHost;

/**
 * One node of the fault run, in a JVM that is there to be killed. Each line of its input is an order with a number; orders are followed at the same
 * time, and each answer bears the number of its order.
 */
public final class FaultHost {

    static final String ANSWER = "@@";
    private static final int THREADS = 8;

    private final Stage stage;

    private FaultHost(Stage stage) {
        this.stage = stage;
    }

    /** @param arguments address of the database, its user, address of the outside world, the component's directory */
    public static void main(String[] arguments) throws Exception {
        URI outside = URI.create(arguments[2]);
        System.setProperty("smsbilling.twilio.base", outside.toString());
        System.setProperty("smsbilling.cardpointe.base", outside.toString());
        System.setProperty("smsbilling.clock", outside + "/clock");
        TestbedConfig config = TestbedConfig.inMemory("none", RemoteClock.connect(outside.resolve("/clock")), Path.of(arguments[3]))
                .withDatabase(arguments[0], arguments[1], "");
        try (Testbed testbed = Testbed.start(config); WebHost web = WebHost.start(testbed, 0)) {
            System.out.println(ANSWER + "\tready\t" + web.baseUri());
            new FaultHost(new Stage(testbed.dispatcher(), outside)).listen();
        }
    }

    private void listen() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> order = List.of(line.split("\t"));
            threads.execute(() -> answer(order.get(0), order.get(1), order.subList(2, order.size())));
        }
        threads.shutdownNow();
    }

    private void answer(String number, String order, List<String> with) {
        String result;
        try {
            result = "ok\t" + follow(order, with);
        } catch (Exception e) {
            result = "failed\t" + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        }
        System.out.println(ANSWER + "\t" + number + "\t" + result);
    }

    private String follow(String order, List<String> with) throws Exception {
        return switch (order) {
        case "settle" -> settle(with.get(0));
        case "bill" -> bill(with.get(0), with.get(1));
        case "send" -> send(with.get(0), with.get(1), with.get(2));
        case "tap" -> tap(with.get(0), with.get(1), with.get(2));
        default -> throw new IllegalArgumentException(order);
        };
    }

    /** @return user and organization */
    private String settle(String publicBase) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Fault Run Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "publicBaseUrl", publicBase,
                "segmentsPerSecond", "1000");
        return administrator.getString("userLoginId") + "\t" + organization;
    }

    /** @return the invoice */
    private String bill(String organization, String number) throws Exception {
        return stage.data().invoice(organization, stage.data().customer("Survivor", number), "60.00");
    }

    private String send(String user, String invoiceId, String number) throws Exception {
        return String.valueOf(stage.call(stage.find("UserLogin", "userLoginId", user), "sendInvoiceSms", "invoiceId", invoiceId,
                "contactNumber", number, "confirmedResend", "Y", "occurrence", "1").get("messageId"));
    }

    /** @return why it was not started, or STARTED */
    private String tap(String token, String card, String address) throws Exception {
        Map<?, ?> outcome = (Map<?, ?>) stage.callPublic("startSmsPayment", "token", token, "methodType", "CARD",
                "accountToken", stage.outside().accountToken(card), "accountExpiry", "1230", "payerName", "Pat Payer", "postalCode", "10004",
                "amount", new BigDecimal("60.00"), "authorized", "Y", "remoteAddress", address, "userAgent", "Mozilla/5.0 (iPhone)").get("outcome");
        return String.valueOf(outcome.get("reason"));
    }
}
