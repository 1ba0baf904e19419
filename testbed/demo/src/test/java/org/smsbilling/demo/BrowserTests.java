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
package org.smsbilling.demo;

import java.nio.file.Path;
import org.apache.ofbiz.entity.GenericEntityException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each class of browser tests a demo world of its own; skips them, with one notice, where there is no browser. */
final class BrowserTests implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(BrowserTests.class);
    private static final String MISSING = "NOTICE: no chromium and chromedriver on the PATH; the browser tests are skipped.";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chrome.present()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        context.getRoot().getStore(SPACE).getOrComputeIfAbsent("notice", key -> {
            System.out.println(MISSING);
            return MISSING;
        });
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoWorld.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(SPACE).getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class).world();
    }

    /** Ends with the class. */
    private record Running(DemoWorld world) implements ExtensionContext.Store.CloseableResource {
        static Running start() {
            try {
                return new Running(DemoWorld.startAnywhere(Path.of("../..").toAbsolutePath().normalize()));
            } catch (GenericEntityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            world.close();
        }
    }
}
