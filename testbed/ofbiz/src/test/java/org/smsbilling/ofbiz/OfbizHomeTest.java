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
package org.smsbilling.ofbiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding an OFBiz and linking the component into it, on directories that look like one. */
class OfbizHomeTest {
    @TempDir
    private Path home;

    @BeforeEach
    void somethingLikeAnOfbiz() throws IOException {
        for (String part : List.of("framework/base/config", "applications/accounting", "plugins", "build/libs", "lib")) {
            Files.createDirectories(home.resolve(part));
        }
        Files.createFile(home.resolve("lib/freemarker-2.3.34.jar"));
    }

    @Test
    void saysWhatIsMissing() {
        assertContains("needs OFBIZ_HOME", assertThrows(IllegalStateException.class, () -> OfbizHome.of(Map.of())));
        Map<String, String> elsewhere = Map.of("OFBIZ_HOME", home.resolve("lib").toString());
        assertContains("it has no directory framework/base/config", assertThrows(IllegalStateException.class, () -> OfbizHome.of(elsewhere)));
        assertContains("ofbiz.jar is missing: build OFBiz", assertThrows(IllegalStateException.class, () -> OfbizHome.of(environment(Map.of()))));
        Map<String, String> empty = environment(Map.of("OFBIZ_CLASSPATH", home.resolve("plugins").toString()));
        assertContains("There is no OFBiz in", assertThrows(IllegalStateException.class, () -> OfbizHome.of(empty)));
    }

    @Test
    void takesTheLibrariesThatTheJarNamesInItsManifest() throws IOException {
        Path library = home.resolve("lib/freemarker-2.3.34.jar");
        writeJar(library + " ../../lib/other-1.jar");
        assertEquals(List.of(home.resolve("build/libs/ofbiz.jar"), library, home.resolve("build/libs/../../lib/other-1.jar")),
                OfbizHome.of(environment(Map.of())).classPath());
    }

    @Test
    void replacesALinkButNeverADirectory() throws IOException {
        OfbizHome ofbiz = new OfbizHome(home, List.of());
        Path component = Files.createDirectory(home.resolve("component"));
        PluginLink.make(home.resolve("lib"), ofbiz);
        PluginLink.make(component, ofbiz);
        assertEquals(component, Files.readSymbolicLink(home.resolve("plugins/smsbilling")));

        Files.delete(home.resolve("plugins/smsbilling"));
        Files.createDirectory(home.resolve("plugins/smsbilling"));
        assertContains("is a directory or file of its own", assertThrows(IllegalStateException.class, () -> PluginLink.make(component, ofbiz)));
    }

    @Test
    void asksForAnEntryWhereOfbizListsItsPlugins() throws IOException {
        OfbizHome ofbiz = new OfbizHome(home, List.of());
        Path load = home.resolve("plugins/component-load.xml");
        Files.writeString(load, "<component-loader><load-component component-location=\"example\"/></component-loader>");
        assertContains("add to it: <load-component component-location=\"smsbilling\"/>",
                assertThrows(IllegalStateException.class, () -> PluginLink.make(home.resolve("lib"), ofbiz)));
        Files.writeString(load, "<component-loader><load-component component-location=\"smsbilling\"/></component-loader>");
        PluginLink.make(home.resolve("lib"), ofbiz);
        assertTrue(Files.isSymbolicLink(home.resolve("plugins/smsbilling")), "linked");
    }

    @Test
    void leavesOutLibrariesThatOfbizHasInAnotherVersion() throws IOException {
        Path list = Files.writeString(home.resolve("libraries.txt"),
                String.join(System.getProperty("path.separator"), "/m/freemarker-2.3.99.jar", "/m/twilio-10.9.2.jar"));
        OfbizHome ofbiz = new OfbizHome(home, List.of(home.resolve("lib/freemarker-2.3.34.jar")));
        assertEquals(List.of(Path.of("/m/twilio-10.9.2.jar")), Libraries.missingFrom(ofbiz, list));
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("OFBIZ_HOME", home.toString());
        return environment;
    }

    private void writeJar(String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (OutputStream out = Files.newOutputStream(home.resolve("build/libs/ofbiz.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(OfbizProcess.START.replace('.', '/') + ".class"));
        }
    }

    private static void assertContains(String part, Exception actual) {
        assertTrue(actual.getMessage().contains(part), actual.getMessage());
    }
}
