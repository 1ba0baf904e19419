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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium of this machine with a profile of its own. Nothing is downloaded and nothing is sent but to the demo. */
final class Chrome implements AutoCloseable {
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
    private static final List<String> FLAGS = List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--lang=en-US");
    /** What ChromeDriver says of an element whose page was left while it looked at it. */
    private static final String LEFT = "does not belong to the document";
    private final Path profile;
    private final ChromeDriver driver;

    private Chrome(ChromeOptions options) {
        SELENIUM.setLevel(Level.SEVERE);
        try {
            profile = Files.createTempDirectory("smsbilling-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        options.setBinary(program("chromium", "chromium-browser", "google-chrome").orElseThrow());
        options.addArguments(FLAGS).addArguments("--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(program("chromedriver").orElseThrow())
                .usingAnyFreePort().withSilent(true).build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(2)).scriptTimeout(Duration.ofMinutes(2));
    }

    /** @return whether browser tests can run here */
    static boolean present() {
        return program("chromium", "chromium-browser", "google-chrome").isPresent() && program("chromedriver").isPresent();
    }

    static Chrome desktop() {
        return new Chrome(new ChromeOptions().addArguments("--window-size=1280,900"));
    }

    /** A phone of 360 by 740 points. */
    static Chrome phone() {
        return new Chrome(new ChromeOptions().setExperimentalOption("mobileEmulation",
                Map.of("deviceMetrics", Map.of("width", 360, "height", 740, "pixelRatio", 2.0, "touch", true))));
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    <T> T await(Function<? super WebDriver, T> condition) {
        return new WebDriverWait(driver, Duration.ofSeconds(90), Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class).until(now -> lookedAt(now, condition));
    }

    private static <T> T lookedAt(WebDriver driver, Function<? super WebDriver, T> condition) {
        try {
            return condition.apply(driver);
        } catch (WebDriverException e) {
            if (e.getMessage().contains(LEFT)) {
                throw new StaleElementReferenceException(LEFT, e);
            }
            throw e;
        }
    }

    /** Waits until it is there and can be seen. @param selector CSS */
    WebElement visible(String selector) {
        return await(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    void awaitText(String selector, String text) {
        await(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    void click(String selector) {
        await(driver -> {
            WebElement found = ExpectedConditions.elementToBeClickable(By.cssSelector(selector)).apply(driver);
            if (found != null) {
                found.click();
            }
            return found;
        });
    }

    String text(String selector) {
        return visible(selector).getText();
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Presses keys one after the other, wherever the focus is. */
    void press(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses a key while another is held. */
    void press(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** Presses Tab until the element has the focus. */
    void tabTo(String selector) {
        for (int pressed = 0; pressed < 120; pressed++) {
            press(Keys.TAB);
            if (driver.switchTo().activeElement().equals(driver.findElement(By.cssSelector(selector)))) {
                return;
            }
        }
        throw new AssertionError(selector + " cannot be reached with the Tab key");
    }

    /** @return points by which the page is wider than the window */
    long overhang() {
        return (Long) driver.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<File> program(String... names) {
        return Stream.of(names).flatMap(name -> Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> new File(directory, name))).filter(File::canExecute).findFirst();
    }
}
