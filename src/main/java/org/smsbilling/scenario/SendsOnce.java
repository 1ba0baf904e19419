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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.ofbiz.entity.GenericValue;

/** A double click, a reloaded page and two clerks at once make one text. */
final class SendsOnce implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Sends Once Ltd", administrator);
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Once", number), "80.00");
        GenericValue first = clerk(stage, organization);
        GenericValue second = clerk(stage, organization);
        Object occurrence = Sending.dialog(stage, first, invoiceId).get("occurrence");
        Expect.equal("1", occurrence, "first sending of the invoice");

        Callable<Map<String, Object>> again = () -> press(stage, first, invoiceId, number);
        List<Map<String, Object>> results = atOnce(again, again, () -> press(stage, second, invoiceId, number));

        Expect.equal(1L, results.stream().filter(r -> !Boolean.TRUE.equals(r.get("alreadySent"))).count(), "presses that sent");
        Expect.equal(1L, results.stream().map(r -> r.get("messageId")).distinct().count(), "messages that the presses report");
        stage.outside().text(number, 1);
        press(stage, second, invoiceId, number);
        Map<String, Object> outcome = Sending.outcome(stage, first, results.get(0).get("messageId"));
        Expect.equal(Boolean.TRUE, outcome.get("success"), "outcome of the one message");
        Expect.equal("Invoice SMS sent successfully", outcome.get("text"), "words for the clerk");
        Expect.equal(1, stage.outside().texts(number).size(), "texts on the phone");
    }

    private static GenericValue clerk(Stage stage, String organization) throws Exception {
        GenericValue clerk = stage.data().user("SMSBILLING_CLERK");
        stage.data().employ(organization, clerk);
        return clerk;
    }

    private static Map<String, Object> press(Stage stage, GenericValue clerk, String invoiceId, String number) throws Exception {
        return stage.call(clerk, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "1");
    }

    @SafeVarargs
    private static List<Map<String, Object>> atOnce(Callable<Map<String, Object>>... presses) throws Exception {
        CyclicBarrier start = new CyclicBarrier(presses.length);
        ExecutorService threads = Executors.newFixedThreadPool(presses.length);
        try {
            List<Future<Map<String, Object>>> running = Arrays.stream(presses).map(press -> threads.submit(() -> {
                start.await();
                return press.call();
            })).toList();
            List<Map<String, Object>> results = new ArrayList<>();
            for (Future<Map<String, Object>> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
