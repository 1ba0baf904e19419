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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the component brings along for an OFBiz that does not have it already. */
final class Libraries {
    private static final Pattern VERSION = Pattern.compile("-\\d[^/\\\\]*\\.jar$");

    private Libraries() { }

    /** Those in a class path file of Maven that OFBiz has in no version. */
    static List<Path> missingFrom(OfbizHome ofbiz, Path classPathFile) throws IOException {
        Set<String> there = ofbiz.classPath().stream().map(Libraries::name).collect(Collectors.toSet());
        return Stream.of(Files.readString(classPathFile).strip().split(File.pathSeparator)).map(Path::of)
                .filter(library -> !there.contains(name(library))).toList();
    }

    private static String name(Path jar) {
        return VERSION.matcher(jar.getFileName().toString()).replaceFirst("");
    }
}
