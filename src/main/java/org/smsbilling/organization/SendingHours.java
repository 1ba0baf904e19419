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
package org.smsbilling.organization;

/**
 * Hours of the recipient's day in which texts may leave.
 *
 * @param from first hour, 0 to 23
 * @param until the hour at which they stop, 1 to 24, after from
 */
public record SendingHours(int from, int until) {
    public static final SendingHours USUAL = new SendingHours(8, 21);

    public SendingHours {
        if (from < 0 || until > 24 || from >= until) {
            throw new IllegalArgumentException("Not hours of a day: " + from + " to " + until);
        }
    }
}
