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
package org.smsbilling.testbed.service;

import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.lang.Script;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ofbiz.base.location.FlexibleLocation;
import org.apache.ofbiz.service.engine.GroovyBaseScript;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Groovy files of components, compiled once. */
public final class GroovyScripts {

    private static final Map<URL, Class<?>> COMPILED = new ConcurrentHashMap<>();

    private GroovyScripts() { }

    /** @param location component://...; @throws IllegalArgumentException when there is no such file or it does not compile */
    public static Script load(String location, Map<String, Object> variables) {
        try {
            URL url = FlexibleLocation.resolveLocation(location);
            if (url == null) {
                throw new IllegalArgumentException("No script " + location);
            }
            return InvokerHelper.createScript(COMPILED.computeIfAbsent(url, GroovyScripts::compile), new Binding(variables));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + location, e);
        }
    }

    private static Class<?> compile(URL url) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(GroovyBaseScript.class.getName());
        // Not the loader of the web application that happens to ask first: scripts outlive it, and it loads nothing any more once it is stopped
        try (InputStream in = url.openStream();
                GroovyClassLoader loader = new GroovyClassLoader(GroovyScripts.class.getClassLoader(), configuration)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return loader.parseClass(new GroovyCodeSource(text, url.toString(), "/groovy/script"));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + url, e);
        }
    }
}
