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
import java.util.Set;

/**
 * Puts SMS billing on OFBiz's invoice pages through the extension point that they offer: a decorator of one's own, named by the init parameter
 * {@code invoiceDecoratorLocation} of the web application. A location that somebody else has set is left alone.
 */
public final class InvoiceDecoratorInitializer implements ServletContainerInitializer {

    private static final Set<String> INVOICE_APPLICATIONS = Set.of("/accounting", "/ar", "/ap");
    private static final String PARAMETER = "invoiceDecoratorLocation";
    private static final String LOCATION = "component://smsbilling/widget/InvoiceDecoratorScreens.xml";

    @Override
    public void onStartup(Set<Class<?>> handled, ServletContext application) {
        if (INVOICE_APPLICATIONS.contains(application.getContextPath()) && !application.setInitParameter(PARAMETER, LOCATION)) {
            application.log(PARAMETER + " of " + application.getContextPath() + " is set already: its invoice pages show no SMS billing");
        }
    }
}
