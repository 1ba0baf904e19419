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
package org.apache.ofbiz.base.component;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/** A component as its ofbiz-component.xml tells it, and the list of all that are loaded. */
public final class ComponentConfig {

    private static final AtomicReference<Map<String, ComponentConfig>> LOADED = new AtomicReference<>(Map.of());

    private final URL root;
    private final String name;
    private final List<Map<String, String>> entityResources = new ArrayList<>();
    private final List<Map<String, String>> serviceResources = new ArrayList<>();
    private final List<Map<String, String>> webapps = new ArrayList<>();
    private final List<Map<String, String>> containers = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>();

    /** @param root where ofbiz-component.xml is, with a slash at the end */
    public ComponentConfig(URL root) {
        this.root = root;
        Element element = StrictXml.root(resolve("ofbiz-component.xml"), "ofbiz-component");
        this.name = StrictXml.attributes(element, "name!", "enabled").get("name");
        for (Element child : StrictXml.children(element, "resource-loader", "classpath", "entity-resource", "service-resource", "webapp", "container",
                "test-suite", "depends-on")) {
            read(child);
        }
    }

    private void read(Element child) {
        switch (StrictXml.name(child)) {
        case "classpath":
            classPath.add(StrictXml.attributes(child, "type!", "location!").get("location"));
            break;
        case "entity-resource":
            entityResources.add(existing(child, StrictXml.attributes(child, "type!", "reader-name!", "loader!", "location!")));
            break;
        case "service-resource":
            serviceResources.add(existing(child, StrictXml.attributes(child, "type!", "loader!", "location!")));
            break;
        case "test-suite":
            existing(child, StrictXml.attributes(child, "loader!", "location!"));
            break;
        case "webapp":
            webapps.add(existing(child, StrictXml.attributes(child, "name!", "title", "menu-name", "server!", "location!", "base-permission",
                    "mount-point", "app-bar-display", "position", "description")));
            break;
        case "container":
            containers.add(StrictXml.attributes(child, "name!", "loaders", "class!"));
            break;
        default:
            StrictXml.attributes(child, "name", "type", "prepend-env", "component-name");
        }
    }

    private Map<String, String> existing(Element element, Map<String, String> attributes) {
        if (resolve(attributes.get("location")) == null) {
            throw StrictXml.problem(element, "names " + attributes.get("location") + ", which does not exist");
        }
        return attributes;
    }

    /** Replaces what is loaded; later components see earlier ones. */
    public static void load(Collection<ComponentConfig> components) {
        Map<String, ComponentConfig> byName = new LinkedHashMap<>();
        components.forEach(component -> byName.put(component.name, component));
        LOADED.set(byName);
    }

    public static Collection<ComponentConfig> getAllComponents() {
        return LOADED.get().values();
    }

    /** @return null when that component has no such file; @throws IllegalArgumentException when there is no such component */
    public static URL getURL(String componentName, String location) {
        ComponentConfig component = LOADED.get().get(componentName);
        if (component == null) {
            throw new IllegalArgumentException("No component " + componentName + "; loaded are " + LOADED.get().keySet());
        }
        return component.resolve(location);
    }

    /** Looks through the class path directories of the components, as labels and properties are found. */
    public static URL findInConfigDirectories(String fileName) {
        for (ComponentConfig component : LOADED.get().values()) {
            for (String directory : component.classPath) {
                URL found = component.resolve(directory + "/" + fileName);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** @return null when there is no such file */
    public URL resolve(String location) {
        try {
            URL url = new URL(root, location);
            if ("file".equals(url.getProtocol())) {
                return new File(url.toURI()).exists() ? url : null;
            }
            try (InputStream probe = url.openStream()) {
                return probe == null ? null : url;
            }
        } catch (MalformedURLException | URISyntaxException e) {
            throw new IllegalArgumentException("Not a location: " + location, e);
        } catch (IOException e) {
            return null;
        }
    }

    public String getComponentName() {
        return name;
    }

    /** Attributes of the entity-resource elements of a type: model, data, eca, group. */
    public List<Map<String, String>> entityResources(String type) {
        return entityResources.stream().filter(each -> type.equals(each.get("type"))).toList();
    }

    /** Attributes of the service-resource elements of a type: model, eca. */
    public List<Map<String, String>> serviceResources(String type) {
        return serviceResources.stream().filter(each -> type.equals(each.get("type"))).toList();
    }

    public List<Map<String, String>> webapps() {
        return List.copyOf(webapps);
    }

    public List<Map<String, String>> containers() {
        return List.copyOf(containers);
    }
}
