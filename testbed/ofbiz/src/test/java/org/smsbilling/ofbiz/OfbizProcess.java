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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts an OFBiz with the JVM options of its own build (and the quick compiler only: runs are short), the component in front of its class path. */
final class OfbizProcess {
    static final String START = "org.apache.ofbiz.base.start.Start";
    private static final long LIMIT_MINUTES = 20;
    private static final List<String> JVM = List.of("-Xms128M", "-Xmx1536M", "-XX:TieredStopAtLevel=1",
            "-Djdk.serialFilter=maxarray=100000;maxdepth=20;maxrefs=1000;maxbytes=500000", "--add-opens=java.base/java.util=ALL-UNNAMED");

    private final OfbizHome ofbiz;
    private final List<String> command = new ArrayList<>();

    /** @param config a directory of configuration that OFBiz reads in place of its own */
    OfbizProcess(OfbizHome ofbiz, ComponentJar component, List<Path> libraries, Map<String, String> properties, Path config) {
        this.ofbiz = ofbiz;
        List<Path> classPath = new ArrayList<>(List.of(config, component.file()));
        classPath.addAll(ofbiz.classPath());
        classPath.addAll(libraries);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(START);
    }

    /** Runs OFBiz with these arguments until it ends. @return what it logged, line by line */
    List<String> run(Path log, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        Files.createDirectories(ofbiz.directory().resolve("runtime/logs"));
        Process process = new ProcessBuilder(all).directory(ofbiz.directory().toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("OFBiz was still busy with " + String.join(" ", arguments) + " after " + LIMIT_MINUTES
                    + " minutes; see " + log);
        }
        List<String> lines = Files.readAllLines(log);
        if (lines.stream().anyMatch(line -> line.contains("Another instance of Derby may have already booted"))) {
            throw new IllegalStateException("This OFBiz is running and holds its database; stop it first");
        }
        return lines;
    }
}
