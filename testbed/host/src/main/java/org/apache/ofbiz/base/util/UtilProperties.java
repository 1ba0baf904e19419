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
package org.apache.ofbiz.base.util;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ofbiz.base.component.ComponentConfig;
import org.apache.ofbiz.base.util.string.FlexibleStringExpander;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/** Labels in OFBiz's XML resources, with English as fall-back, and .properties files. */
public final class UtilProperties {

    private static final String MODULE = UtilProperties.class.getName();
    /** Resource and language to label and text; a language without texts has an empty map. */
    private static final Map<String, Map<String, String>> LABELS = new ConcurrentHashMap<>();
    private static final Map<String, Properties> PROPERTIES = new ConcurrentHashMap<>();

    private UtilProperties() { }

    /** Forgets what was read: another set of components may hold other texts. */
    public static void clear() {
        LABELS.clear();
        PROPERTIES.clear();
    }

    /** @return the text in the locale, its language, or English; the name itself when there is none */
    public static String getMessage(String resource, String name, Locale locale) {
        if (UtilValidate.isEmpty(resource) || UtilValidate.isEmpty(name)) {
            return "";
        }
        for (String tag : candidates(locale)) {
            String text = LABELS.computeIfAbsent(resource + '/' + tag, key -> readLabels(resource, tag)).get(name);
            if (text != null) {
                return text.trim();
            }
        }
        Debug.logWarning(name + " is missing in " + resource + " for locale " + locale, MODULE);
        return name;
    }

    public static String getMessage(String resource, String name, Object[] arguments, Locale locale) {
        String value = getMessage(resource, name, locale);
        return arguments == null || arguments.length == 0 ? value : MessageFormat.format(value, arguments);
    }

    public static String getMessage(String resource, String name, Map<String, ? extends Object> context, Locale locale) {
        String value = getMessage(resource, name, locale);
        return UtilValidate.isEmpty(context) ? value : FlexibleStringExpander.expandString(value, context, locale);
    }

    /** All texts of a resource in a locale, fall-backs filled in: what screens know as a label map. */
    public static Map<String, Object> getLabels(String resource, Locale locale) {
        Map<String, Object> all = new HashMap<>();
        List<String> tags = new ArrayList<>(candidates(locale));
        for (int i = tags.size() - 1; i >= 0; i--) {
            String tag = tags.get(i);
            all.putAll(LABELS.computeIfAbsent(resource + '/' + tag, key -> readLabels(resource, tag)));
        }
        return all;
    }

    /** @return the property's value, trimmed; empty when there is none */
    public static String getPropertyValue(String resource, String name) {
        Properties properties = PROPERTIES.computeIfAbsent(resource, UtilProperties::readProperties);
        return properties.getProperty(name, "").trim();
    }

    public static String getPropertyValue(String resource, String name, String defaultValue) {
        String value = getPropertyValue(resource, name);
        return value.isEmpty() ? defaultValue : value;
    }

    private static Set<String> candidates(Locale locale) {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(locale.toString());
        tags.add(locale.getLanguage());
        tags.add("en");
        return tags;
    }

    private static Map<String, String> readLabels(String resource, String tag) {
        URL url = find(resource.endsWith(".xml") ? resource : resource + ".xml");
        if (url == null) {
            throw new IllegalArgumentException("No label resource " + resource);
        }
        Map<String, String> texts = new HashMap<>();
        Element root = StrictXml.root(url, "resource");
        for (Element property : StrictXml.children(root, "property")) {
            String key = StrictXml.attributes(property, "key").get("key");
            for (Element value : StrictXml.children(property, "value")) {
                if (tag.equals(StrictXml.attributes(value, "xml:lang").get("xml:lang").replace('-', '_'))) {
                    texts.put(key, value.getTextContent());
                }
            }
        }
        return texts;
    }

    private static Properties readProperties(String resource) {
        Properties properties = new Properties();
        URL url = find(resource.endsWith(".properties") ? resource : resource + ".properties");
        if (url != null) {
            try (InputStream in = url.openStream()) {
                properties.load(in);
            } catch (IOException e) {
                throw new IllegalStateException("Cannot read " + url, e);
            }
        }
        return properties;
    }

    private static URL find(String name) {
        URL inComponent = ComponentConfig.findInConfigDirectories(name);
        return inComponent != null ? inComponent : Thread.currentThread().getContextClassLoader().getResource(name);
    }
}
