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
package org.smsbilling.health;

import java.time.Duration;

/** Jobs whose standing still somebody should know of. */
public enum WatchedJob {
    PAYMENTS("resolveOpenSmsPayments", Duration.ofMinutes(15)),
    AMBIGUOUS("resolveAmbiguousSmsMessages", Duration.ofMinutes(15)),
    INBOUND("handleReceivedSmsTexts", Duration.ofMinutes(15)),
    EVENTS("planSmsEvents", Duration.ofMinutes(15)),
    REMINDERS("runSmsReminders", Duration.ofHours(2)),
    LOOK_UP("lookUpSentSmsMessages", Duration.ofMinutes(15)),
    SETTLEMENTS("followSmsSettlements", Duration.ofMinutes(15)),
    RECONCILIATION("reconcileDueSmsPayments", Duration.ofHours(3)),
    PURGE("purgeSmsWorkRows", Duration.ofHours(3)),
    REDACTION("redactSmsBodies", Duration.ofHours(50)),
    WARNINGS("warnOfSmsCaps", Duration.ofMinutes(15)),
    CONNECTIONS("checkSmsConnections", Duration.ofHours(3));

    private final String serviceName;
    private final Duration longestGap;

    WatchedJob(String serviceName, Duration longestGap) {
        this.serviceName = serviceName;
        this.longestGap = longestGap;
    }

    public String serviceName() {
        return serviceName;
    }

    /** @return how long ago the last run may have ended before somebody should look */
    public Duration longestGap() {
        return longestGap;
    }
}
