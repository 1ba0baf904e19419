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
package org.smsbilling.template;

import java.util.List;

/** What a user asked for is not done; the words say why. */
final class TemplateRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> words;

    TemplateRefused(String words) {
        this(List.of(words));
    }

    TemplateRefused(List<String> words) {
        super(String.join(" ", words));
        this.words = words;
    }

    List<String> words() {
        return words;
    }
}
