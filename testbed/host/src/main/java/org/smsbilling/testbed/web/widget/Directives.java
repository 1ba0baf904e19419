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

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.utility.DeepUnwrap;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.ofbiz.base.util.UtilValidate;
import org.apache.ofbiz.webapp.control.RequestHandler;

/** The directives of OFBiz's templates, by name. Unknown parameters stop. */
final class Directives {

    static final Map<String, TemplateModel> ALL = Map.of(
            "ofbizUrl", directive(Set.of(), (environment, arguments, body) -> RequestHandler.from(request(environment)).makeLink(request(environment),
                    (HttpServletResponse) variable(environment, "response"), body)),
            "ofbizContentUrl", directive(Set.of(), (environment, arguments, body) -> body),
            "ofbizCurrency", directive(Set.of("amount", "isoCode", "locale"), (environment, arguments, body) -> currency(environment, arguments)));

    private Directives() { }

    private interface Text {
        String of(Environment environment, Map<String, Object> arguments, String body) throws TemplateException;
    }

    private static TemplateDirectiveModel directive(Set<String> known, Text text) {
        return (environment, parameters, loops, body) -> {
            Map<String, Object> arguments = new java.util.HashMap<>();
            for (Object entry : parameters.entrySet()) {
                String name = (String) ((Map.Entry<?, ?>) entry).getKey();
                if (!known.contains(name)) {
                    throw new TemplateException("The testbed does not know the parameter " + name, environment);
                }
                arguments.put(name, DeepUnwrap.unwrap((TemplateModel) ((Map.Entry<?, ?>) entry).getValue()));
            }
            StringWriter inside = new StringWriter();
            if (body != null) {
                body.render(inside);
            }
            write(environment, text.of(environment, arguments, inside.toString().trim()));
        };
    }

    private static void write(Environment environment, String text) throws IOException {
        environment.getOut().write(text);
    }

    private static Object variable(Environment environment, String name) throws TemplateException {
        return DeepUnwrap.unwrap(environment.getVariable(name));
    }

    private static HttpServletRequest request(Environment environment) throws TemplateException {
        return (HttpServletRequest) variable(environment, "request");
    }

    private static String currency(Environment environment, Map<String, Object> arguments) {
        Object amount = arguments.get("amount");
        return UtilValidate.isEmpty(amount) ? "" : currency(new BigDecimal(amount.toString()), (String) arguments.get("isoCode"),
                locale(environment, arguments));
    }

    private static Locale locale(Environment environment, Map<String, Object> arguments) {
        return arguments.get("locale") instanceof Locale ? (Locale) arguments.get("locale") : environment.getLocale();
    }

    /** With the digits that the currency has. */
    static String currency(BigDecimal amount, String code, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        if (UtilValidate.isNotEmpty(code)) {
            format.setCurrency(Currency.getInstance(code));
        }
        format.setMinimumFractionDigits(format.getCurrency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(format.getCurrency().getDefaultFractionDigits());
        return format.format(amount);
    }
}
