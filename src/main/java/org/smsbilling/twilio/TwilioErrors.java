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

import java.util.Map;

/** What to do about an error code of Twilio: the one table. Codes get split over time, so an unknown one fails its message and nothing else. */
public final class TwilioErrors {

    private static final Map<String, Action> ACTIONS = Map.ofEntries(
            Map.entry("21610", Action.OPT_OUT),
            Map.entry("21211", Action.NUMBER_UNUSABLE),
            Map.entry("21265", Action.NUMBER_UNUSABLE),
            Map.entry("21614", Action.NUMBER_UNUSABLE),
            Map.entry("21635", Action.NUMBER_UNUSABLE),
            Map.entry("30005", Action.NUMBER_UNUSABLE),
            Map.entry("30006", Action.NUMBER_UNUSABLE),
            Map.entry("20429", Action.RETRY),
            Map.entry("21611", Action.RETRY),
            Map.entry("30022", Action.RETRY),
            Map.entry("30023", Action.RETRY),
            Map.entry("30001", Action.RETRY),
            Map.entry("30003", Action.RETRY),
            Map.entry("30008", Action.RETRY),
            Map.entry("21408", Action.ALERT),
            Map.entry("30004", Action.ALERT),
            Map.entry("30007", Action.ALERT),
            Map.entry("63038", Action.ALERT),
            Map.entry("20003", Action.STOP_ORGANIZATION),
            Map.entry("21606", Action.STOP_ORGANIZATION),
            Map.entry("21608", Action.STOP_ORGANIZATION),
            Map.entry("30002", Action.STOP_ORGANIZATION),
            Map.entry("30032", Action.STOP_ORGANIZATION),
            Map.entry("30034", Action.STOP_ORGANIZATION),
            Map.entry("21612", Action.FAIL),
            Map.entry("21617", Action.FAIL));

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
        return code == null ? Action.FAIL : ACTIONS.getOrDefault(code, Action.FAIL);
    }

    /** @return key in SmsBillingOrganizationLabels of plain words for the clerk; they may use ${code} */
    public static String labelKey(String code) {
        return code != null && ACTIONS.containsKey(code) ? "SmsBillingTwilio_" + code : "SmsBillingTwilio_other";
    }

    /** @return the codes that have words of their own */
    public static Iterable<String> codes() {
        return ACTIONS.keySet();
    }
}
