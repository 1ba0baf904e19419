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

/** Watches a dispatcher at work, so that a test can stop the process at a named point. In production nobody does. */
@FunctionalInterface
public interface DispatchStep {

    /** Points on the way of a message. */
    enum Point {
        /** It is in hand, and nothing is written yet. */
        AFTER_CLAIM,
        /** SENDING is committed and the request is about to be made. */
        BEFORE_CALL,
        /** The request is under way; comes on a thread of its own. */
        DURING_CALL,
        /** The carrier has answered, nothing of the answer is written down. */
        AFTER_CALL
    }

    /** Nobody watches. */
    DispatchStep NONE = (point, messageId) -> { };

    void at(Point point, String messageId);
}
