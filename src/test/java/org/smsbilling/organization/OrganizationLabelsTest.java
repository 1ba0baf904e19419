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
package org.smsbilling.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.twilio.TwilioErrors;

/** Every text that code names is there. */
class OrganizationLabelsTest {
    private static final Pattern KEY = Pattern.compile("property key=\"([A-Za-z0-9_]+)\"");
    private static final Pattern NAMED = Pattern.compile("\"(SmsBilling[A-Za-z0-9_]+)\"");
    private static final Set<String> NOT_LABELS = Set.of("SmsBillingOrganizationLabels", "SmsBillingContactLabels",
            "SmsBillingPhone_", "SmsBillingNotReady_", "SmsBillingTwilio_");

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String resource : new String[] {"SmsBillingOrganizationLabels", "SmsBillingContactLabels"}) {
            try (InputStream labels = OrganizationLabelsTest.class.getResourceAsStream("/" + resource + ".xml")) {
                keys.addAll(matches(KEY, new String(labels.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return keys;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Path sources() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("ofbiz-component.xml"))) {
            here = here.getParent();
        }
        return here.resolve("src/main/java/org/smsbilling");
    }

    @Test
    void reasonsHaveWords() throws IOException {
        Set<String> keys = keys();
        assertTrue(keys.containsAll(Arrays.stream(PhoneCheck.Reason.values()).map(PhoneCheck.Reason::labelKey).toList()));
        assertTrue(keys.containsAll(Arrays.stream(NotReady.values()).map(NotReady::labelKey).toList()));
        assertTrue(keys.contains(TwilioErrors.labelKey("")));
        TwilioErrors.codes().forEach(code -> assertTrue(keys.contains(TwilioErrors.labelKey(code)), code));
    }

    @Test
    void labelsThatTheSourceNamesAreThere() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String capability : new String[] {"organization", "consent", "twilio"}) {
            try (Stream<Path> files = Files.list(sources().resolve(capability))) {
                for (Path file : files.toList()) {
                    named.addAll(matches(NAMED, Files.readString(file)));
                }
            }
        }
        named.removeAll(NOT_LABELS);
        named.removeAll(keys());
        assertEquals(Set.of(), named);
    }
}
