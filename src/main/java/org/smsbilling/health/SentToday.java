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

import java.util.Map;

/**
 * The texts of the last 24 hours.
 *
 * @param byStatus number by SmsMessage.messageStatus
 * @param failuresByCode number of those that failed or did not arrive, by the carrier's error code or our reason
 */
public record SentToday(Map<String, Long> byStatus, Map<String, Long> failuresByCode) {

    long failed() {
        return count("FAILED") + count("UNDELIVERED");
    }

    /** @return those that reached the carrier, whatever became of them */
    long sent() {
        return count("SENT") + count("DELIVERED") + count("UNDELIVERED");
    }

    long count(String status) {
        return byStatus.getOrDefault(status, 0L);
    }

    /** @return share of those that failed among those that ended, 0 to 1 */
    double failedShare() {
        long ended = sent() + count("FAILED");
        return ended == 0 ? 0 : (double) failed() / ended;
    }
}
