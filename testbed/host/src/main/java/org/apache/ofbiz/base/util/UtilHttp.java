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

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ofbiz.entity.GenericValue;

/** What OFBiz reads out of a request, its oddities included: parameters are decoded a second time before events and screens see them. */
public final class UtilHttp {

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})|&(#x?[0-9A-Fa-f]+|amp|lt|gt|quot);");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"");

    private UtilHttp() { }

    /** Parameters under attributes of the application, the session and the request; later ones win. */
    public static Map<String, Object> getCombinedMap(HttpServletRequest request) {
        return getCombinedMap(request, Set.of());
    }

    /** @param namesToSkip of the application's and the session's attributes only */
    public static Map<String, Object> getCombinedMap(HttpServletRequest request, Set<? extends String> namesToSkip) {
        Map<String, Object> combined = new TreeMap<>(getParameterMap(request));
        collect(request.getServletContext().getAttributeNames(), request.getServletContext()::getAttribute, namesToSkip, combined);
        collect(request.getSession().getAttributeNames(), request.getSession()::getAttribute, namesToSkip, combined);
        collect(request.getAttributeNames(), request::getAttribute, Set.of(), combined);
        return combined;
    }

    public static Map<String, Object> getAttributeMap(HttpServletRequest request) {
        Map<String, Object> attributes = new TreeMap<>();
        collect(request.getAttributeNames(), request::getAttribute, Set.of(), attributes);
        return attributes;
    }

    private static void collect(Enumeration<String> names, Function<String, Object> values, Set<? extends String> skip, Map<String, Object> into) {
        for (String name : Collections.list(names)) {
            if (!skip.contains(name)) {
                into.put(name, values.apply(name));
            }
        }
    }

    /** Each value is a String, or a List of Strings when a name was sent more than once. */
    public static Map<String, Object> getParameterMap(HttpServletRequest request) {
        Map<String, Object> parameters = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            List<String> clean = Arrays.stream(values).map(UtilHttp::canonicalizeParameter).toList();
            parameters.put(name, clean.size() == 1 ? clean.get(0) : clean);
        });
        return parameters;
    }

    /** Only what stands in the query string. */
    public static Map<String, Object> getUrlOnlyParameterMap(HttpServletRequest request) {
        Map<String, Object> parameters = getParameterMap(request);
        Set<String> inUrl = new java.util.HashSet<>();
        if (request.getQueryString() != null) {
            for (String pair : request.getQueryString().split("&")) {
                inUrl.add(URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8));
            }
        }
        parameters.keySet().retainAll(inUrl);
        return parameters;
    }

    /** Percent and HTML encoding is undone until none is left, whatever the sender meant by it. */
    static String canonicalizeParameter(String value) {
        String current = value;
        for (String before = null; !current.equals(before);) {
            before = current;
            current = ENCODED.matcher(current).replaceAll(match -> Matcher.quoteReplacement(decoded(match.group(1), match.group(2))));
        }
        return current;
    }

    private static String decoded(String hex, String entity) {
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        if (NAMED.containsKey(entity)) {
            return NAMED.get(entity);
        }
        boolean hexadecimal = entity.startsWith("#x");
        return Character.toString(Integer.parseInt(entity.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10));
    }

    /** name=value pairs joined by an ampersand; empty values and lists are left out as OFBiz does. */
    public static String urlEncodeArgs(Map<String, ? extends Object> arguments) {
        Map<String, String> pairs = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (value instanceof String && !((String) value).isEmpty()) {
                pairs.put(name, (String) value);
            }
        });
        return String.join("&", pairs.entrySet().stream().map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue())).toList());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The session's, else the user's last one, else what the browser asks for. */
    public static Locale getLocale(HttpServletRequest request) {
        Object chosen = request.getSession().getAttribute("locale");
        Object last = lastOfUser(request, "lastLocale");
        if (chosen instanceof Locale) {
            return (Locale) chosen;
        }
        return last == null ? request.getLocale() : Locale.forLanguageTag(last.toString().replace('_', '-'));
    }

    /** The session's, else the user's last one, else the server's. */
    public static TimeZone getTimeZone(HttpServletRequest request) {
        Object chosen = request.getSession().getAttribute("timeZone");
        Object last = lastOfUser(request, "lastTimeZone");
        if (chosen instanceof TimeZone) {
            return (TimeZone) chosen;
        }
        return last == null ? TimeZone.getDefault() : TimeZone.getTimeZone(last.toString());
    }

    private static Object lastOfUser(HttpServletRequest request, String field) {
        GenericValue userLogin = (GenericValue) request.getSession().getAttribute("userLogin");
        return userLogin == null ? null : userLogin.get(field);
    }
}
