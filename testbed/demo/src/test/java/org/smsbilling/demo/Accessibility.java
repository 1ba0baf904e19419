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
package org.smsbilling.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core says of a page or a part of it by WCAG 2, levels A and AA. */
final class Accessibility {
    private Accessibility() { }

    /** @param parts CSS selectors of what is ours; none means the whole page. The processor's frame is never ours. */
    static void holds(Chrome chrome, String... parts) {
        AxeBuilder axe = new AxeBuilder().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"));
        for (String part : parts) {
            axe.include(List.of(part));
        }
        axe.exclude("iframe");
        Results results = axe.analyze(chrome.driver());
        assertEquals("", results.getViolations().stream().map(Accessibility::words).collect(Collectors.joining("\n")),
                "violations of WCAG 2 A/AA on " + chrome.driver().getTitle());
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
