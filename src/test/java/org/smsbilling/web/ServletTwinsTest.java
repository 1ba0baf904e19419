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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OFBiz moved from the javax to the jakarta servlet API: the component touches it in one class, which has a twin for each. */
class ServletTwinsTest {
    private static final Path ROOT = root();
    private static final String TWIN = "java/org/smsbilling/web/AccountingPagesInitializer.java";
    private static final String REGISTRATION = "resources/META-INF/services/%s.servlet.ServletContainerInitializer";
    private static final Pattern SERVLET_API = Pattern.compile("(javax|jakarta)\\.servlet|org\\.apache\\.(catalina|tomcat)|\\bHttpServlet");

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("ofbiz-component.xml"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    @Test
    void twinsDifferInTheNamespaceOnly() throws IOException {
        assertEquals(Files.readString(ROOT.resolve("src/javax").resolve(TWIN)),
                Files.readString(ROOT.resolve("src/main").resolve(TWIN)).replace("jakarta.servlet", "javax.servlet"));
        assertEquals(Files.readString(ROOT.resolve("src/javax").resolve(String.format(REGISTRATION, "javax"))),
                Files.readString(ROOT.resolve("src/main").resolve(String.format(REGISTRATION, "jakarta"))));
    }

    @Test
    void theJavaxTwinCompilesAgainstTheJavaxServletApi(@TempDir Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, List.of("-Xlint:all,-path", "-proc:none", "-d", classes.toString()), null,
                    files.getJavaFileObjects(ROOT.resolve("src/javax").resolve(TWIN))).call();
            assertEquals("", messages.toString());
            assertTrue(compiled, "compiles");
        }
    }

    @Test
    void nothingElseNamesTheServletApi() throws IOException {
        try (Stream<Path> sources = Files.walk(ROOT.resolve("src/main"))) {
            assertEquals(List.of(Path.of(TWIN)),
                    sources.filter(file -> file.toString().matches(".*\\.(java|groovy)")).filter(ServletTwinsTest::touches)
                    .map(ROOT.resolve("src/main")::relativize).toList());
        }
    }

    private static boolean touches(Path file) {
        try {
            return SERVLET_API.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
