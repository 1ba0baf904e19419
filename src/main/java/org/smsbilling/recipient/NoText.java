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
package org.smsbilling.recipient;

/** Why somebody gets no text by itself. Kept as SmsStepRun.outcome. */
public enum NoText {
    /** There is no number that texts can reach. */
    NO_NUMBER,
    OPTED_OUT,
    UNUSABLE,
    /** The organization wants an explicit consent, and there is none. */
    NO_CONSENT,
    /** The contact switched these texts off. */
    SWITCHED_OFF,
    /** The organization is in its pilot, and neither the number nor the party is in it: it would have been sent. */
    PILOT,
    /** The number had enough texts today. */
    NUMBER_CAP,
    /** The organization had enough texts today. */
    ORGANIZATION_CAP
}
