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
package org.smsbilling.provider;

import java.net.URI;
import java.time.Duration;

/**
 * One text to send, complete.
 *
 * @param to E.164
 * @param body at most 1,600 characters; holds the pay link, so never print it
 * @param validity how long the carrier may keep it queued
 * @param statusCallback where the carrier reports what became of it, or null for no reports
 */
public record OutgoingSms(String to, String body, Duration validity, URI statusCallback) {
    @Override
    public String toString() {
        return "OutgoingSms[" + body.length() + " characters]";
    }
}
