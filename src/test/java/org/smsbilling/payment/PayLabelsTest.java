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
package org.smsbilling.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.smsbilling.paylink.FreshLinks;
import org.smsbilling.paylink.LinkState;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pay page's words are complete in all of its languages. */
class PayLabelsTest {

    private static final Pattern PLACE = Pattern.compile("\\$\\{\\w+}");

    @Test
    void everyWordIsThereInThreeLanguagesWithTheSamePlaces() throws Exception {
        List<String> problems = new ArrayList<>();
        labels().forEach((key, words) -> {
            Set<Set<String>> places = words.values().stream().map(PayLabelsTest::places).collect(Collectors.toSet());
            if (!words.keySet().equals(Set.of("en", "es", "fr")) || places.size() != 1) {
                problems.add(key + " " + words.keySet() + " " + places);
            }
        });
        assertEquals(List.of(), problems);
    }

    @Test
    void everyConstantHasItsWords() throws Exception {
        Set<String> wanted = new TreeSet<>();
        Arrays.stream(StartOutcome.Reason.values()).forEach(reason -> wanted.add("SmsBillingPayStart_" + reason));
        Arrays.stream(PaymentProgress.Step.values()).forEach(step -> wanted.add("SmsBillingPayProgress_" + step));
        Arrays.stream(MethodType.values()).forEach(type -> wanted.add("SmsBillingPayMethodEnding_" + type));
        Arrays.stream(LinkState.values()).filter(state -> state != LinkState.PAYABLE).forEach(state -> {
            wanted.add("SmsBillingPayState_" + state + "_Title");
            wanted.add("SmsBillingPayState_" + state + "_Text");
        });
        Arrays.stream(FreshLinks.Outcome.values()).forEach(outcome -> {
            wanted.add("SmsBillingPayFresh_" + outcome + "_Title");
            wanted.add("SmsBillingPayFresh_" + outcome + "_Text");
        });
        wanted.removeAll(labels().keySet());
        assertEquals(Set.of(), wanted);
    }

    @Test
    void thePageIsTitledPayNow() throws Exception {
        assertEquals("Pay Now", labels().get("SmsBillingPayTitle").get("en"));
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, String>> labels() throws Exception {
        NodeList properties = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new File("../../config/SmsBillingPayLabels.xml")).getElementsByTagName("property");
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            NodeList values = property.getElementsByTagName("value");
            Map<String, String> words = new HashMap<>();
            for (int j = 0; j < values.getLength(); j++) {
                words.put(((Element) values.item(j)).getAttribute("xml:lang"), values.item(j).getTextContent());
            }
            labels.put(property.getAttribute("key"), words);
        }
        return labels;
    }
}
