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
package org.smsbilling.testbed.web.widget;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ofbiz.base.location.FlexibleLocation;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/**
 * An element of a file of screens or menus, checked against what the renderer knows: vocabulary.txt tells each element's attributes
 * and children.
 */
public record Node(String name, Map<String, String> attributes, List<Node> children, String text, String location) {

    private static final Map<String, Node> READ = new ConcurrentHashMap<>();
    private static final Map<String, String[][]> VOCABULARY = vocabulary();

    /** The screen, menu, form or grid of a name. */
    static Node find(String location, String tag, String name) {
        return file(location).children.stream().filter(each -> tag.equals(each.name) && name.equals(each.at("name"))).findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + tag + " " + name + " in " + location));
    }

    /** Reads the file and, following locations that are plain text, the files that it names; anything unknown stops. */
    static Node file(String location) {
        Node known = READ.get(location);
        if (known == null) {
            Element root = StrictXml.root(url(location), null);
            if (!VOCABULARY.containsKey(root.getTagName())) {
                throw StrictXml.problem(root, "is nothing that the testbed can render");
            }
            if (!root.hasAttribute("xsi:schemaLocation")) {
                throw StrictXml.problem(root, "has no schemaLocation: OFBiz would read it without defaults");
            }
            known = node(root, location);
            READ.put(location, known);
            known.follow();
        }
        return known;
    }

    /** Forgets what was read, for a host with other components. */
    static void forget() {
        READ.clear();
    }

    static URL url(String location) {
        try {
            URL url = FlexibleLocation.resolveLocation(location);
            if (url == null) {
                throw new IllegalStateException("There is no " + location);
            }
            return url;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Node node(Element element, String location) {
        String[][] known = VOCABULARY.get(element.getTagName());
        Map<String, String> attributes = StrictXml.attributes(element, known[0]);
        List<Node> children = new ArrayList<>();
        for (Element child : StrictXml.children(element, known[1])) {
            children.add(node(child, location));
        }
        return new Node(element.getTagName(), attributes, List.copyOf(children), children.isEmpty() ? element.getTextContent().trim() : "", location);
    }

    private void follow() {
        String other = at("location");
        if (!other.isEmpty() && !other.contains("${")) {
            if (other.contains(".xml")) {
                file(other);
            } else {
                url(other.replaceAll("#.*", ""));
            }
        }
        children.forEach(Node::follow);
    }

    private static Map<String, String[][]> vocabulary() {
        Map<String, String[][]> words = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        try (InputStream in = Node.class.getResourceAsStream("vocabulary.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
                String[] parts = line.split("[:>]", -1);
                if (line.startsWith("@")) {
                    groups.put(parts[0].trim(), parts[1].trim());
                } else {
                    String children = parts.length < 3 ? "" : parts[2];
                    for (Map.Entry<String, String> group : groups.entrySet()) {
                        children = children.replace(group.getKey(), group.getValue());
                    }
                    words.put(parts[0].trim(), new String[][] {split(parts[1]), split(children)});
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }

    private static String[] split(String words) {
        return Arrays.stream(words.trim().split("\\s+")).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }

    /** @return the attribute's value; empty when it is not there */
    String at(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    String at(String attribute, String byDefault) {
        return attributes.getOrDefault(attribute, byDefault);
    }

    /** @return the first child of the name, or null */
    Node child(String childName) {
        return children.stream().filter(each -> childName.equals(each.name)).findFirst().orElse(null);
    }

    List<Node> all(String childName) {
        return children.stream().filter(each -> childName.equals(each.name)).toList();
    }

    IllegalStateException problem(String what) {
        return new IllegalStateException(location + ": <" + name + " " + attributes + "> " + what);
    }
}
