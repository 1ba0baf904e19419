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
package org.smsbilling.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** OFBiz answers a less-than sign with an error page: every page of the back office on which people type has the words that say so before. */
class PlainInputTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern INCLUDE = Pattern.compile("component://smsbilling/(template/[A-Za-z/]+\\.ftl)");
    private static final Pattern TYPED = Pattern.compile("<textarea|type=\"(text|search)\"");

    @Test
    void whereTextIsTypedItsRefusalIsInWords() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("template"))) {
            List<String> silent = files.filter(file -> file.toString().endsWith(".ftl") && !file.toString().contains("/pay/"))
                    .filter(file -> page(file) && TYPED.matcher(whole(file)).find() && !read(file).contains("data-text-less-than="))
                    .map(file -> ROOT.relativize(file).toString()).toList();
            assertEquals(List.of(), silent);
        }
    }

    private static boolean page(Path file) {
        return read(file).contains("id=\"smsb\"") || read(file).contains("class=\"smsb smsb-page");
    }

    private static String whole(Path file) {
        StringBuilder text = new StringBuilder(read(file));
        Matcher includes = INCLUDE.matcher(read(file));
        while (includes.find()) {
            text.append(whole(ROOT.resolve(includes.group(1))));
        }
        return text.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
