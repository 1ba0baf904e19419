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
package org.smsbilling.testbed.xml;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads XML of components. What a reader does not name, it does not know, and that stops the start. */
public final class StrictXml {

    private static final Set<String> SCHEMA = Set.of("xmlns", "xmlns:xsi", "xsi:noNamespaceSchemaLocation", "xsi:schemaLocation");

    private StrictXml() { }

    /** @throws IllegalStateException when the file cannot be read or its outermost element has another name */
    public static Element root(URL url, String expectedName) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(url.toString()).getDocumentElement();
            if (expectedName != null && !expectedName.equals(name(root))) {
                throw new IllegalStateException(url + ": expected <" + expectedName + ">, found <" + name(root) + ">");
            }
            return root;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("Cannot read " + url + ": " + e.getMessage(), e);
        }
    }

    /** The element's attributes; unknown ones stop. A name that ends in ! must be there. */
    public static Map<String, String> attributes(Element element, String... known) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String each : known) {
            String name = each.endsWith("!") ? each.substring(0, each.length() - 1) : each;
            names.add(name);
            if (each.endsWith("!") && !element.hasAttribute(name)) {
                throw problem(element, "needs the attribute " + name);
            }
        }
        NamedNodeMap found = element.getAttributes();
        for (int i = 0; i < found.getLength(); i++) {
            String name = found.item(i).getNodeName();
            if (names.contains(name)) {
                values.put(name, found.item(i).getNodeValue());
            } else if (!SCHEMA.contains(name)) {
                throw problem(element, "has the attribute " + name + ", which the testbed does not know; it knows " + names);
            }
        }
        return values;
    }

    /** The element's children in order; unknown ones stop. */
    public static List<Element> children(Element parent, String... known) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.ELEMENT_NODE) {
                if (!Arrays.asList(known).contains(name((Element) node))) {
                    throw problem(parent, "contains <" + name((Element) node) + ">, which the testbed does not know; it knows "
                            + Arrays.asList(known));
                }
                children.add((Element) node);
            }
        }
        return children;
    }

    /** The name without a prefix. */
    public static String name(Element element) {
        return element.getTagName().substring(element.getTagName().indexOf(':') + 1);
    }

    /** An exception that tells the file, the element and its first attribute. */
    public static IllegalStateException problem(Element element, String what) {
        NamedNodeMap attributes = element.getAttributes();
        String first = attributes.getLength() == 0 ? "" : " " + attributes.item(0);
        return new IllegalStateException(element.getOwnerDocument().getDocumentURI() + ": <" + element.getTagName() + first + "> " + what);
    }
}
