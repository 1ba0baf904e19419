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
package org.smsbilling.outside.twilio;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which phones the carrier keeps from being texted by which sender, and the single words by which their owners decide. */
public final class OptOuts {
    /** What a word asks for. */
    public enum Wish { STOP, START, HELP, NONE }

    private static final Set<String> STOP = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
    private static final Set<String> HELP = Set.of("HELP", "INFO");

    private final Directory directory;
    private final Set<String> optedOut = ConcurrentHashMap.newKeySet();

    public OptOuts(Directory directory) {
        this.directory = directory;
    }

    /** @return NONE for free text, however clear a person may find it */
    public static Wish wish(String body) {
        String word = body.trim().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            return Wish.STOP;
        }
        if (START.contains(word)) {
            return Wish.START;
        }
        return HELP.contains(word) ? Wish.HELP : Wish.NONE;
    }

    /** @return whether this changed anything */
    public boolean add(String sender, String phone) {
        return optedOut.add(key(sender, phone));
    }

    /** @return whether this changed anything */
    public boolean remove(String sender, String phone) {
        return optedOut.remove(key(sender, phone));
    }

    /** @param sender a number, or the messaging service it belongs to */
    public boolean contains(String sender, String phone) {
        return optedOut.contains(key(sender, phone));
    }

    public void clear() {
        optedOut.clear();
    }

    private String key(String sender, String phone) {
        return directory.serviceOf(sender).map(Directory.Service::sid).orElse(sender) + " " + phone;
    }
}
