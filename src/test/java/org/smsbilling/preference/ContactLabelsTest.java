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
package org.smsbilling.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.recipient.NoText;

/** The words of contacts, consent and the pilot are there for every constant and every template. */
class ContactLabelsTest {

    @Test
    void nothingThatIsNamedIsMissing() throws Exception {
        Set<String> wanted = new TreeSet<>();
        Stream.of(ConsentState.values()).forEach(state -> wanted.add("SmsBillingConsent_" + state));
        Stream.of(ConsentSource.values()).forEach(source -> wanted.add("SmsBillingConsentSource_" + source));
        Stream.of(NoText.values()).forEach(why -> wanted.add("SmsBillingNoText_" + why));
        Stream.of(RecipientRole.values()).forEach(role -> wanted.add(role.labelKey()));
        for (String template : new String[] {"preference/PartySms", "preference/SmsContact", "preference/Pilot", "preference/ConsentImport",
                "organization/ConsentSettings"}) {
            Matcher key = Pattern.compile("uiLabelMap\\.(SmsBilling\\w+)").matcher(Files.readString(Path.of("../../template/" + template + ".ftl")));
            key.results().forEach(found -> wanted.add(found.group(1)));
        }
        String labels = Files.readString(Path.of("../../config/SmsBillingContactLabels.xml"))
                + Files.readString(Path.of("../../config/SmsBillingUiLabels.xml"));
        wanted.removeIf(key -> labels.contains("key=\"" + key + "\""));
        assertEquals(Set.of(), wanted);
    }
}
