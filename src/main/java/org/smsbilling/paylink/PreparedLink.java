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
package org.smsbilling.paylink;

/**
 * A link that is ready to be sent.
 *
 * @param linkId key of SmsPayLink
 * @param url what the customer taps; holds the token, so never print it
 */
public record PreparedLink(String linkId, String url) {

    /** What a message without a link has. */
    public static final PreparedLink NONE = new PreparedLink(null, "");

    @Override
    public String toString() {
        return "PreparedLink[" + linkId + "]";
    }
}
