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
package org.smsbilling.message;

import java.util.Optional;

/** A template that cannot be used. */
public final class IllegalTemplateException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Problem {
        UNKNOWN_TOKEN,
        UNCLOSED_TOKEN,
        STRAY_BRACE,
        /** [[ without ]]. */
        UNCLOSED_PART,
        /** ]] without [[. */
        STRAY_PART_END,
        /** [[ inside of [[ ]]. */
        NESTED_PART,
        /** An optional part that names no token would never be left out. */
        PART_WITHOUT_TOKEN
    }

    private final Problem problem;
    private final String token;
    private final int position;

    IllegalTemplateException(Problem problem, String token, int position) {
        super(problem + " at " + position);
        this.problem = problem;
        this.token = token;
        this.position = position;
    }

    public Problem problem() {
        return problem;
    }

    /** @return what was written between the braces, as far as there is any */
    public String token() {
        return token;
    }

    /** @return the token that may have been meant, with its braces */
    public Optional<String> suggestion() {
        return problem == Problem.UNKNOWN_TOKEN || problem == Problem.UNCLOSED_TOKEN ? TokenSuggestion.of(token) : Optional.empty();
    }

    /** @return where in the template it begins, from 0 */
    public int position() {
        return position;
    }
}
