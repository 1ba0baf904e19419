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
package org.smsbilling.twilio;

/** What to do about an error code of Twilio, in one place. */
public final class TwilioErrors {

    private TwilioErrors() { }

    /** What an error code asks for. */
    public enum Action {
        /** The recipient opted out of this sender: record it. */
        OPT_OUT,
        /** The number cannot receive texts: mark it and stop trying. */
        NUMBER_UNUSABLE,
        /** It may work later: a bounded number of tries. */
        RETRY,
        /** It will not work, and somebody should look at it. */
        ALERT,
        /** Nothing of this organization will work until its administrator acts. */
        STOP_ORGANIZATION,
        /** This message failed; nothing else is known to be wrong. */
        FAIL
    }

    /** @param code of the API or of a status report, or null */
    public static Action action(String code) {
        return Action.FAIL;
    }

    /** @return key in SmsBillingOrganizationLabels of plain words for the clerk; they may use ${code} */
    public static String labelKey(String code) {
        return "SmsBillingTwilioFail";
    }
}
