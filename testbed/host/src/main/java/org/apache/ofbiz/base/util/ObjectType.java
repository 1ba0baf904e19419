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

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/** Names of simple types, as written in entity and service definitions, and conversion between them. */
public final class ObjectType {

    private static final Map<String, Class<?>> SHORT_NAMES = Map.ofEntries(Map.entry("String", String.class),
            Map.entry("BigDecimal", BigDecimal.class), Map.entry("Boolean", Boolean.class), Map.entry("Integer", Integer.class),
            Map.entry("Long", Long.class),
            Map.entry("Double", Double.class), Map.entry("Timestamp", Timestamp.class), Map.entry("Date", Date.class), Map.entry("Time", Time.class),
            Map.entry("Locale", Locale.class), Map.entry("TimeZone", TimeZone.class), Map.entry("List", List.class), Map.entry("Map", Map.class),
            Map.entry("Set", Set.class), Map.entry("Collection", Collection.class), Map.entry("Object", Object.class),
            Map.entry("byte[]", byte[].class), Map.entry("java.sql.Timestamp", Timestamp.class), Map.entry("java.sql.Date", Date.class),
            Map.entry("java.math.BigDecimal", BigDecimal.class));

    private ObjectType() { }

    /** @throws ClassNotFoundException when the name is neither a short one nor a class */
    public static Class<?> loadClass(String name) throws ClassNotFoundException {
        Class<?> known = SHORT_NAMES.get(name);
        if (known != null) {
            return known;
        }
        if (name.equals("GenericValue")) {
            return Class.forName("org.apache.ofbiz.entity.GenericValue");
        }
        return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    }

    /** @return true for null; @throws IllegalArgumentException when the type is unknown */
    public static boolean instanceOf(Object obj, String typeName) {
        try {
            return obj == null || loadClass(typeName).isInstance(obj);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("Unknown type: " + typeName, e);
        }
    }

    public static Object simpleTypeOrObjectConvert(Object obj, String type, String format, Locale locale) throws GeneralException {
        return simpleTypeOrObjectConvert(obj, type, format, null, locale, true);
    }

    /** @throws GeneralException when the value cannot be written as that type */
    public static Object simpleTypeOrObjectConvert(Object obj, String type, String format, TimeZone timeZone, Locale locale, boolean noTypeFail)
            throws GeneralException {
        if (obj == null || UtilValidate.isEmpty(type) || instanceOf(obj, type)) {
            return obj;
        }
        try {
            Class<?> target = loadClass(type);
            if (target == String.class) {
                return obj instanceof BigDecimal ? ((BigDecimal) obj).toPlainString() : obj.toString();
            }
            if (obj instanceof CharSequence && ((CharSequence) obj).toString().isBlank()) {
                return null;
            }
            Object converted = obj instanceof Number ? ofNumber((Number) obj, target) : ofText(obj.toString().trim(), obj, target, locale);
            if (converted != null) {
                return converted;
            }
        } catch (ClassNotFoundException | IllegalArgumentException e) {
            throw new GeneralException("Could not convert " + obj + " to " + type + ": " + e.getMessage(), e);
        }
        throw new GeneralException("Conversion from " + obj.getClass().getName() + " to " + type + " not currently supported");
    }

    private static Object ofNumber(Number number, Class<?> target) {
        BigDecimal exact = new BigDecimal(number.toString());
        if (target == BigDecimal.class) {
            return exact;
        }
        if (target == Long.class) {
            return exact.longValue();
        }
        if (target == Integer.class) {
            return exact.intValue();
        }
        if (target == Timestamp.class && number instanceof Long) {
            return new Timestamp(number.longValue());
        }
        return target == Double.class ? (Object) exact.doubleValue() : null;
    }

    private static Object ofText(String text, Object obj, Class<?> target, Locale locale) {
        if (Number.class.isAssignableFrom(target)) {
            return ofNumber(parse(text, locale), target);
        }
        if (target == Timestamp.class) {
            if (obj instanceof java.util.Date) {
                return new Timestamp(((java.util.Date) obj).getTime());
            }
            return obj instanceof Instant ? Timestamp.from((Instant) obj) : timestamp(text);
        }
        if (target == Date.class) {
            return obj instanceof java.util.Date ? new Date(((java.util.Date) obj).getTime()) : Date.valueOf(text.substring(0, 10));
        }
        if (target == Time.class) {
            return Time.valueOf(text);
        }
        if (target == Boolean.class) {
            return "true".equalsIgnoreCase(text) || "Y".equalsIgnoreCase(text);
        }
        if (target == Locale.class) {
            return UtilMisc.parseLocale(text);
        }
        if (target == TimeZone.class) {
            return TimeZone.getTimeZone(text);
        }
        if (target == List.class || target == Collection.class) {
            return obj instanceof Collection ? List.copyOf((Collection<?>) obj) : UtilMisc.toList(obj);
        }
        return null;
    }

    private static BigDecimal parse(String text, Locale locale) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale == null ? Locale.getDefault() : locale);
        format.setParseBigDecimal(true);
        ParsePosition position = new ParsePosition(0);
        BigDecimal parsed = (BigDecimal) format.parse(text, position);
        if (parsed == null || position.getIndex() < text.length()) {
            throw new IllegalArgumentException("not a number: " + text);
        }
        return parsed;
    }

    private static Timestamp timestamp(String text) {
        if (text.length() == "2020-01-31".length()) {
            return Timestamp.valueOf(LocalDate.parse(text).atStartOfDay());
        }
        return Timestamp.valueOf(text.length() == "2020-01-31 10:00".length() ? text + ":00" : text);
    }
}
