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
package org.smsbilling.ofbiz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds in OFBiz's log what it has against the component: invalid XML, reserved names, missing labels, broken screens. */
final class OwnComplaints {
    /** Warnings and errors that name something of the component. */
    private static final Pattern OURS = Pattern.compile("\\|[WEF]\\|.*([Ss]ms[Bb]illing|\\bSms[A-Z]\\w+|smsScenario)");
    /** What OFBiz says of every component: new tables and sequences, and refusals and failures, which scenarios provoke or report themselves. */
    private static final Pattern USUAL = Pattern.compile("has no table in the database|Lock failed; no sequence row was found"
            + "|\\|(ServiceDispatcher +\\|E\\| Error in Service \\[|ServiceUtil +\\||ScenarioServices +\\||TestRunContainer +\\|)");

    /** Two at once want to insert the row that only one may have: OFBiz logs how its key stopped the second. */
    private static final Pattern GUARD = Pattern.compile("Failure in create operation for entity \\["
            + "(SmsStepRun|SmsInvoicePaying|SmsTemplateTest|SmsConsent|SmsPreferencesKey)\\].*duplicate key", Pattern.CASE_INSENSITIVE);

    /** Complaints that do not name who caused them; the stack trace below them does. */
    private static final Pattern UNNAMED = Pattern.compile("\\|[WE]\\|.*EntityListIterator");
    private static final Pattern LOGGED = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d .*\\|[TDIWEFA]\\|");
    private static final Pattern OUR_FRAME = Pattern.compile("\\sat org\\.smsbilling\\.(?!scenario\\.)");

    private OwnComplaints() { }

    static List<String> in(List<String> log) {
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            String line = log.get(i);
            boolean named = OURS.matcher(line).find() && !USUAL.matcher(line).find() && !GUARD.matcher(line).find();
            if (named || UNNAMED.matcher(line).find() && causedByUs(log.subList(i + 1, log.size()))) {
                complaints.add(line);
            }
        }
        return complaints;
    }

    private static boolean causedByUs(List<String> below) {
        for (String line : below) {
            if (LOGGED.matcher(line).find()) {
                return false;
            }
            if (OUR_FRAME.matcher(line).find()) {
                return true;
            }
        }
        return false;
    }
}
