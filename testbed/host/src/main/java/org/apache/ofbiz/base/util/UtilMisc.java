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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Short ways to make collections, and locales from text. */
public final class UtilMisc {

    private UtilMisc() { }

    /** @throws IllegalArgumentException when a key is left without a value */
    @SuppressWarnings("unchecked")
    public static <K, V> Map<K, V> toMap(Object... kvs) {
        if (kvs.length == 1 && kvs[0] instanceof Map) {
            return (Map<K, V>) kvs[0];
        }
        if (kvs.length % 2 == 1) {
            throw new IllegalArgumentException("You must pass an even sized array to the toMap method (size = " + kvs.length + ")");
        }
        Map<K, V> map = new HashMap<>();
        for (int i = 0; i < kvs.length; i += 2) {
            map.put((K) kvs[i], (V) kvs[i + 1]);
        }
        return map;
    }

    @SafeVarargs
    public static <T> List<T> toList(T... data) {
        return data == null ? null : new ArrayList<>(Arrays.asList(data));
    }

    @SafeVarargs
    public static <T> Set<T> toSet(T... data) {
        return data == null ? null : new LinkedHashSet<>(Arrays.asList(data));
    }

    public static <T> Set<T> toSet(Collection<T> collection) {
        return collection == null ? null : new LinkedHashSet<>(collection);
    }

    /** @return for example "en_US" or "de" as a locale; null when the text is neither */
    public static Locale parseLocale(String localeString) {
        if (UtilValidate.isEmpty(localeString)) {
            return null;
        }
        String[] parts = localeString.replace('-', '_').split("_", 3);
        if (!parts[0].matches("[a-zA-Z]{2,3}")) {
            return null;
        }
        return new Locale(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    /** @return the locale given as a locale or as text, else the JVM's default */
    public static Locale ensureLocale(Object localeObject) {
        if (localeObject instanceof Locale) {
            return (Locale) localeObject;
        }
        Locale parsed = localeObject instanceof String ? parseLocale((String) localeObject) : null;
        return parsed == null ? Locale.getDefault() : parsed;
    }
}
