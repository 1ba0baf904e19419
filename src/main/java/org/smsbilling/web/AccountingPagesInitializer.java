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
package org.smsbilling.web;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Set;

/**
 * Puts SMS billing on OFBiz's pages of invoices and payments through the extension points that they offer: decorators of one's own, named by the init
 * parameters {@code invoiceDecoratorLocation} and {@code paymentDecoratorLocation} of the web application. A location that somebody else has set is
 * left alone.
 */
public final class AccountingPagesInitializer implements ServletContainerInitializer {

    private static final Set<String> ACCOUNTING = Set.of("/accounting", "/ar", "/ap");
    private static final Map<String, String> LOCATIONS = Map.of(
            "invoiceDecoratorLocation", "component://smsbilling/widget/InvoiceDecoratorScreens.xml",
            "paymentDecoratorLocation", "component://smsbilling/widget/PaymentDecoratorScreens.xml");

    @Override
    public void onStartup(Set<Class<?>> handled, ServletContext application) {
        if (ACCOUNTING.contains(application.getContextPath())) {
            LOCATIONS.forEach((parameter, location) -> {
                if (!application.setInitParameter(parameter, location)) {
                    application.log(parameter + " of " + application.getContextPath() + " is set already: its pages show no SMS billing");
                }
            });
        }
    }
}
