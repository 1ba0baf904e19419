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

import java.util.List;

/** A piece of a template. */
sealed interface TemplatePart {

    /** Words that stand as they are. */
    record Words(String text) implements TemplatePart { }

    /** The place of a value. */
    record Value(TokenUse use) implements TemplatePart { }

    /** [[ ... || ... ]]: the first of some texts whose tokens all have a value; nothing when there is none.
     * @param texts at least one, without choices in them */
    record Choice(List<List<TemplatePart>> texts) implements TemplatePart { }
}
