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
package org.smsbilling.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Options as they were typed: {@code --name=value}, or {@code --name} for a switch. */
final class BenchOptions {

    private final Map<String, String> given;

    private BenchOptions(Map<String, String> given) {
        this.given = given;
    }

    /** @throws IllegalArgumentException for what is not an option */
    static BenchOptions parse(String... words) {
        Map<String, String> given = new TreeMap<>();
        for (String word : words) {
            if (!word.startsWith("--") || word.length() == 2) {
                throw new IllegalArgumentException("Not an option: " + word + "; options look like --messages=20000 or --h2");
            }
            String[] parts = word.substring(2).split("=", 2);
            given.put(parts[0], parts.length == 2 ? parts[1] : "true");
        }
        return new BenchOptions(given);
    }

    /** @throws IllegalArgumentException when another option was given */
    void allow(String... names) {
        Set<String> known = new TreeSet<>(List.of(names));
        known.add("h2");
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("No option --" + name + " here; there are: --" + String.join(", --", known));
            }
        }
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    /** @return whether a switch was given */
    boolean on(String name) {
        return Boolean.parseBoolean(given.get(name));
    }

    /** @throws IllegalArgumentException when it is not a whole number above 0 */
    int number(String name, int otherwise) {
        return numbers(name, String.valueOf(otherwise)).get(0);
    }

    /** @param otherwise numbers with commas between */
    List<Integer> numbers(String name, String otherwise) {
        String text = given.getOrDefault(name, otherwise);
        if (!text.matches("[1-9][0-9]{0,8}(,[1-9][0-9]{0,8})*")) {
            throw new IllegalArgumentException("--" + name + " takes whole numbers above 0, not " + text);
        }
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }
}
