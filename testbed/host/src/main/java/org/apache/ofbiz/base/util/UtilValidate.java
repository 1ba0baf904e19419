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

import java.util.Collection;
import java.util.Map;

/** Checks of plain values. */
public final class UtilValidate {


    private UtilValidate() { }

    public static boolean isEmpty(Object o) {
        if (o instanceof CharSequence) {
            return isEmpty((CharSequence) o);
        }
        if (o instanceof Collection) {
            return ((Collection<?>) o).isEmpty();
        }
        return o instanceof Map ? ((Map<?, ?>) o).isEmpty() : o == null;
    }

    public static boolean isNotEmpty(Object o) {
        return !isEmpty(o);
    }

    public static <E> boolean isEmpty(Collection<E> c) {
        return c == null || c.isEmpty();
    }

    public static <K, E> boolean isEmpty(Map<K, E> m) {
        return m == null || m.isEmpty();
    }

    public static boolean isEmpty(CharSequence c) {
        return c == null || c.length() == 0;
    }

    public static <E> boolean isNotEmpty(Collection<E> c) {
        return !isEmpty(c);
    }

    public static boolean isNotEmpty(CharSequence c) {
        return !isEmpty(c);
    }
}
