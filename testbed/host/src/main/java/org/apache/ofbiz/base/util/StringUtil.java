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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.StringTokenizer;

/** Splitting and joining text. */
public final class StringUtil {

    private StringUtil() { }

    public static String join(Collection<?> col, CharSequence delim) {
        if (UtilValidate.isEmpty(col)) {
            return null;
        }
        StringJoiner joiner = new StringJoiner(delim);
        col.forEach(each -> joiner.add(String.valueOf(each)));
        return joiner.toString();
    }

    /** @param delim each of its characters separates; null: white space */
    public static List<String> split(String str, String delim) {
        if (str == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        StringTokenizer tokens = delim == null ? new StringTokenizer(str) : new StringTokenizer(str, delim);
        while (tokens.hasMoreTokens()) {
            parts.add(tokens.nextToken());
        }
        return parts;
    }

    /** "a=1|b=2" as a map; only the written form with | is known here. */
    public static Map<String, String> strToMap(String str) {
        if (str == null) {
            return null;
        }
        Map<String, String> map = new HashMap<>();
        for (String pair : split(str, "|")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("No = in [" + pair + "]");
            }
            map.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return map;
    }
}
