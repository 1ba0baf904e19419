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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.OutputType;

/** Entry point of {@code ./screenshots}: does the main job in a browser and takes the pictures in docs/screenshots. */
public final class Screenshots {
    private static final String CARD = "4788250000121443";
    private final DemoWorld world;
    private final Path directory;

    private Screenshots(DemoWorld world, Path directory) {
        this.world = world;
        this.directory = directory;
    }

    /** @param args nothing */
    public static void main(String[] args) throws Exception {
        if (!Chrome.present()) {
            System.err.println("The screenshots need chromium and chromedriver on the PATH.");
            System.exit(1);
        }
        Path directory = Files.createDirectories(Path.of("docs/screenshots"));
        try (DemoWorld world = DemoWorld.start(Path.of("").toAbsolutePath())) {
            Screenshots screenshots = new Screenshots(world, directory);
            try (Chrome desktop = Chrome.desktop()) {
                screenshots.backOffice(desktop);
            }
            try (Chrome phone = Chrome.phone()) {
                screenshots.phone(phone);
            }
        }
        System.exit(0);
    }

    private void backOffice(Chrome chrome) throws IOException {
        BackOffice office = new BackOffice(chrome, world);
        office.signIn("clerk", "accounting");
        office.openInvoice("RENT07");
        office.openDialog();
        take(chrome, "send-text");
        chrome.click("#smsb-send [data-part=cancel]");
        office.send("RENT07");
        wholePage(chrome, "invoice");
        chrome.click("[data-smsb-details]");
        chrome.visible("#smsb-details [data-part=content]");
        take(chrome, "more-details");
        office.signIn("boss", "smsbilling");
        office.openSettings("DemoHarborView");
        wholePage(chrome, "settings");
    }

    private void phone(Chrome chrome) throws Exception {
        PayForm form = new PayForm(chrome);
        form.open(world, "RENT08");
        chrome.visible("iframe");
        form.typeCard(CARD);
        form.fill("name-CARD", "Daniel Kim");
        form.fill("postal-CARD", "10004");
        form.authorize("CARD");
        wholePage(chrome, "pay-page");
        form.pay();
        chrome.visible(".state-paid");
        wholePage(chrome, "receipt");
        chrome.open(world.outside().resolve("/handset/+19175550141"));
        take(chrome, "handset");
    }

    private void wholePage(Chrome chrome, String name) throws IOException {
        Object picture = chrome.driver().executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).get("data");
        Files.write(directory.resolve(name + ".png"), Base64.getDecoder().decode((String) picture));
        System.out.println("docs/screenshots/" + name + ".png");
    }

    private void take(Chrome chrome, String name) throws IOException {
        Files.write(directory.resolve(name + ".png"), chrome.driver().getScreenshotAs(OutputType.BYTES));
        System.out.println("docs/screenshots/" + name + ".png");
    }
}
