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
package org.apache.ofbiz.base.util.string;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Text with ${...}: paths such as ${invoice.invoiceId} or ${list[0]}, ${groovy: script} and ${date:nowTimestamp()}.
 * Any other expression stops.
 */
public final class FlexibleStringExpander {

    private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*|\\[[0-9]+])*");
    private static final Pattern STEP = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|\\[[0-9]+]");

    private final String original;

    private FlexibleStringExpander(String original) {
        this.original = original == null ? "" : original;
    }

    public static FlexibleStringExpander getInstance(String expression) {
        return new FlexibleStringExpander(expression);
    }

    public static String expandString(String expression, Map<String, ? extends Object> context) {
        return expandString(expression, context, null);
    }

    public static String expandString(String expression, Map<String, ? extends Object> context, Locale locale) {
        return getInstance(expression).expandString(context, null, locale);
    }

    public boolean isEmpty() {
        return original.isEmpty();
    }

    public String expandString(Map<String, ? extends Object> context) {
        return expandString(context, null, null);
    }

    public String expandString(Map<String, ? extends Object> context, Locale locale) {
        return expandString(context, null, locale);
    }

    /** Nulls and unknown names become nothing. */
    public String expandString(Map<String, ? extends Object> context, TimeZone timeZone, Locale locale) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int start = original.indexOf("${"); start >= 0; start = original.indexOf("${", at)) {
            int end = end(start);
            text.append(original, at, start).append(text(evaluate(original.substring(start + 2, end).trim(), context), locale));
            at = end + 1;
        }
        return text.append(original.substring(at)).toString();
    }

    /** @return the value itself when the text is one single expression, else the expanded text */
    public Object expand(Map<String, ? extends Object> context) {
        boolean single = original.startsWith("${") && end(0) == original.length() - 1;
        return single ? evaluate(original.substring(2, original.length() - 1).trim(), context) : expandString(context);
    }

    private int end(int start) {
        int depth = 0;
        for (int i = start + 1; i < original.length(); i++) {
            depth += original.charAt(i) == '{' ? 1 : original.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("No closing } in [" + original + "]");
    }

    private static Object evaluate(String expression, Map<String, ? extends Object> context) {
        if (expression.equals("date:nowTimestamp()")) {
            return UtilDateTime.nowTimestamp();
        }
        if (expression.startsWith("groovy:")) {
            return new GroovyShell(new Binding(new HashMap<>(context))).evaluate(expression.substring("groovy:".length()));
        }
        if (!PATH.matcher(expression).matches()) {
            throw new IllegalArgumentException("The testbed does not know the expression ${" + expression + "}");
        }
        Object value = context;
        for (Matcher step = STEP.matcher(expression); step.find() && value != null;) {
            value = follow(value, step.group());
        }
        return value;
    }

    private static Object follow(Object value, String step) {
        if (step.startsWith("[")) {
            List<?> list = (List<?>) value;
            int index = Integer.parseInt(step.substring(1, step.length() - 1));
            return index < list.size() ? list.get(index) : null;
        }
        return value instanceof Map ? ((Map<?, ?>) value).get(step) : InvokerHelper.getProperty(value, step);
    }

    private static String text(Object value, Locale locale) {
        if (value instanceof BigDecimal && locale != null) {
            return NumberFormat.getInstance(locale).format(value);
        }
        return value == null ? "" : value.toString();
    }

    @Override
    public String toString() {
        return original;
    }
}
