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
package org.smsbilling.reminder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Texts that a person typed into a form, read with a word for each that is wrong. */
final class Typed {

    private final Map<String, ?> texts;
    private final List<FormProblem> problems = new ArrayList<>();

    Typed(Map<String, ?> texts) {
        this.texts = texts;
    }

    List<FormProblem> problems() {
        return problems;
    }

    void problem(FormProblem problem) {
        problems.add(problem);
    }

    /** @return without blanks around it, null for nothing */
    String text(String field) {
        return texts.get(field) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** @return null for nothing and for a text that is longer or has control characters */
    String line(String field, int longest, String labelKey) {
        String text = text(field);
        boolean good = text == null || text.length() <= longest && text.codePoints().noneMatch(Character::isISOControl);
        return good ? text : wrong(labelKey, () -> null);
    }

    /** @return the number, or otherwise for nothing and for what is none */
    long number(String field, long otherwise, long least, long most, String labelKey) {
        String text = text(field);
        if (text == null) {
            return otherwise;
        }
        Optional<Long> number = Optional.of(text).filter(digits -> digits.matches("[0-9]{1,6}")).map(Long::valueOf)
                .filter(value -> value >= least && value <= most);
        return number.orElseGet(() -> wrong(labelKey, () -> otherwise));
    }

    /** @return null for nothing */
    BigDecimal amount(String field, String labelKey) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        return text.matches("[0-9]{1,12}([.][0-9]{1,3})?") ? new BigDecimal(text) : wrong(labelKey, () -> null);
    }

    <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise, String labelKey) {
        String text = text(field);
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text)).findFirst()
                .orElseGet(() -> wrong(labelKey, () -> otherwise));
    }

    private <T> T wrong(String labelKey, Supplier<T> instead) {
        problems.add(FormProblem.of(labelKey));
        return instead.get();
    }
}
