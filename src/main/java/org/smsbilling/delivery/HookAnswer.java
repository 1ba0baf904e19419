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
package org.smsbilling.delivery;

/** What is said to who called a webhook. */
public enum HookAnswer {
    /** It is kept, or was kept before. */
    ACCEPTED(200),
    /** Nobody proved to be the carrier. */
    FORBIDDEN(403),
    /** It could not be kept now. */
    UNAVAILABLE(503);

    private final int httpStatus;

    HookAnswer(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
