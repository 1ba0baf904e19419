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
package org.smsbilling.demo;

import java.nio.file.Path;
import java.util.List;

/** Entry point of {@code ./demo}: shows the component to a person, or with {@code --journey} runs the main job by itself. */
public final class Demo {
    private Demo() { }

    /** @param args nothing, or --journey */
    public static void main(String[] args) throws Exception {
        if (args.length > 1 || args.length == 1 && !"--journey".equals(args[0])) {
            System.err.println("usage: ./demo [--journey]");
            System.exit(2);
        }
        Path root = Path.of("").toAbsolutePath();
        DemoWorld world = DemoWorld.start(root);
        if (args.length == 1) {
            boolean held = new Journey(world.web(), world.outside()).run(System.out);
            world.close();
            System.exit(held ? 0 : 1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(world::close, "demo-shutdown"));
        guide(world).forEach(System.out::println);
        Thread.currentThread().join();
    }

    private static List<String> guide(DemoWorld world) {
        return List.of(
                "1. Sign in as clerk / ofbiz and open a rent invoice:  " + world.web() + "/accounting/control/viewInvoice?invoiceId=RENT07",
                "2. Press Send SMS, look at the text, press Send; then read it on the customer's phone:  " + world.outside() + "/handset",
                "3. Tap the link and pay by card 4788 2500 0012 1443, any later expiry, any CVV (declined: 4387 7511 1111 1053).",
                "4. Look at the invoice again: paid, with its audit history. The same in the AR application:  " + world.web()
                        + "/ar/control/viewInvoice?invoiceId=JOB05",
                "5. Sign in as boss / ofbiz for the settings of the organizations:  " + world.web()
                        + "/smsbilling/control/main  (nosms / ofbiz may not send)",
                "6. A rent month: let a day pass and tenants 1 to 3 are reminded of RENT07 to RENT09; at the due date, 8 March, they are told again;"
                        + " three days later with a late fee. Whoever pays is thanked and hears no more. The cycle and a look ahead:  "
                        + world.web() + "/smsbilling/control/SmsCycles?organizationPartyId=DemoHarborView",
                "7. Let sixty days pass, or make the carrier and the gateway fail:  " + world.outside() + "/  (Ctrl-C ends the demo)");
    }
}
