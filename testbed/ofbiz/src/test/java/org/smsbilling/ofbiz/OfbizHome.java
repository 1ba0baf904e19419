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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * An OFBiz that somebody has built, and the libraries it runs with.
 *
 * @param directory its root
 * @param classPath its own jar and every library, in the order of its class path
 */
record OfbizHome(Path directory, List<Path> classPath) {

    /** The one that OFBIZ_HOME and OFBIZ_CLASSPATH name.
     * @throws IllegalStateException that says what is missing and what to do */
    static OfbizHome of(Map<String, String> environment) throws IOException {
        String home = environment.getOrDefault("OFBIZ_HOME", "").strip();
        if (home.isEmpty()) {
            throw new IllegalStateException("The profile ofbiz needs OFBIZ_HOME, the directory of an OFBiz that is built and has its data loaded");
        }
        Path directory = Path.of(home).toAbsolutePath().normalize();
        for (String part : List.of("framework/base/config", "applications/accounting", "plugins")) {
            if (!Files.isDirectory(directory.resolve(part))) {
                throw new IllegalStateException("OFBIZ_HOME=" + directory + " is no OFBiz: it has no directory " + part);
            }
        }
        String given = environment.getOrDefault("OFBIZ_CLASSPATH", "").strip();
        String effective = given.isEmpty() ? directory.resolve("build/libs/ofbiz.jar").toString() : given;
        List<Path> entries = new ArrayList<>();
        for (String entry : effective.split(File.pathSeparator)) {
            addEntry(entry, entries);
        }
        if (entries.stream().noneMatch(OfbizHome::hasStart)) {
            throw new IllegalStateException("There is no OFBiz in " + effective
                    + ": build it (./gradlew build), or name its jar and libraries in OFBIZ_CLASSPATH");
        }
        return new OfbizHome(directory, entries);
    }

    private static void addEntry(String entry, List<Path> entries) throws IOException {
        if (entry.endsWith("*")) {
            try (Stream<Path> jars = Files.list(Path.of(entry.substring(0, entry.length() - 1)))) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(entries::add);
            }
            return;
        }
        Path path = Path.of(entry);
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is missing: build OFBiz (./gradlew build), or name its jar and libraries in OFBIZ_CLASSPATH");
        }
        entries.add(path);
        if (Files.isRegularFile(path)) {
            for (String library : manifestClassPath(path)) {
                Path file = Path.of(library.startsWith("file:") ? library.substring("file:".length()) : library);
                entries.add(file.isAbsolute() ? file : path.resolveSibling(file));
            }
        }
    }

    private static List<String> manifestClassPath(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String value = file.getManifest() == null ? null : file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return value == null || value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
        }
    }

    private static boolean hasStart(Path entry) {
        String start = OfbizProcess.START.replace('.', '/') + ".class";
        if (!Files.exists(entry)) {
            return false;
        }
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(start));
        }
        try (JarFile file = new JarFile(entry.toFile())) {
            return file.getEntry(start) != null;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + entry + ", which is on OFBiz's class path", e);
        }
    }
}
