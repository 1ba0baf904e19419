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
package org.smsbilling.ofbiz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The results that OFBiz writes for a test suite, and the names that its definition promises. */
final class TestResults {
    private TestResults() { }

    /** @return for each case that ran, in their order, what was wrong with it, if anything */
    static Map<String, Optional<String>> read(Path file) throws IOException {
        Map<String, Optional<String>> results = new LinkedHashMap<>();
        for (Element testCase : elements(parse(file), "testcase")) {
            List<String> wrong = new ArrayList<>();
            for (String kind : List.of("failure", "error")) {
                elements(testCase, kind).forEach(element -> wrong.add(element.getAttribute("message")));
            }
            results.put(testCase.getAttribute("name"), wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", wrong)));
        }
        return results;
    }

    /** @return names of the cases in a testdef file */
    static List<String> promised(Path definition) throws IOException {
        return elements(parse(definition), "test-case").stream().map(element -> element.getAttribute("case-name")).toList();
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("cannot read " + file, e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
