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

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The component compiled against an OFBiz, as OFBiz's own build does it: Java, resources and configuration in one jar.
 *
 * @param file the jar
 * @param warnings what the compiler warned about in the component's own files
 */
record ComponentJar(Path file, List<String> warnings) {

    /** @throws IllegalStateException with the compiler's messages when it does not compile */
    static ComponentJar build(Path component, List<Path> classPath, Path target) throws IOException {
        Path classes = Files.createDirectories(target.resolve("component-classes"));
        List<String> warnings = compile(files(component.resolve("src/main/java"), ".java"), classPath, classes);
        Path jar = target.resolve("smsbilling.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            for (Path root : List.of(classes, component.resolve("src/main/resources"), component.resolve("config"))) {
                for (Path file : files(root, "")) {
                    entries.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, entries);
                }
            }
        }
        return new ComponentJar(jar, warnings);
    }

    /** Compiles with every warning on. @return warnings about the given files; those about the class path are not ours */
    static List<String> compile(List<Path> sources, List<Path> classPath, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        boolean compiled;
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<String> options = List.of("--release", "17", "-Xlint:all,-classfile,-path,-varargs", "-proc:none", "-Xmaxerrs", "1000");
            compiled = compiler.getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(sources)).call();
        }
        List<String> errors = texts(found, Diagnostic.Kind.ERROR);
        if (!compiled) {
            throw new IllegalStateException(errors.size() + " errors when compiled against OFBiz:\n" + String.join("\n", errors));
        }
        List<String> warnings = new ArrayList<>(texts(found, Diagnostic.Kind.WARNING));
        warnings.addAll(texts(found, Diagnostic.Kind.MANDATORY_WARNING));
        return warnings;
    }

    private static List<String> texts(DiagnosticCollector<JavaFileObject> found, Diagnostic.Kind kind) {
        return found.getDiagnostics().stream().filter(d -> d.getKind() == kind && d.getSource() != null).map(d -> d.getSource().getName() + ':'
                + d.getLineNumber() + ": " + d.getMessage(Locale.ROOT)).toList();
    }

    static List<Path> files(Path root, String ending) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).sorted().collect(Collectors.toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
