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
package org.smsbilling.outside.faults;

/** What the faults in force do to one request.
 * @param processed whether the request reaches the emulator
 * @param dropped whether the connection ends without an answer
 * @param status the status answered instead, 0 for the emulator's own answer
 * @param forced outcome forced on the payment gateway: DECLINE, PARTIAL, RETRY or ""
 * @param processAfterMillis wait before the request is processed
 * @param delayMillis wait between processing and answer */
public record Verdict(boolean processed, boolean dropped, int status, String forced, long processAfterMillis, long delayMillis) {
    static final Verdict FAULTLESS = new Verdict(true, false, 0, "", 0, 0);
}
