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
package org.smsbilling.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationStateTest {

    @ParameterizedTest
    @CsvSource({",OPT_OUT,true,OPTED_OUT", "OPEN,OPT_OUT,true,OPTED_OUT", "OPTED_OUT,OPT_OUT,false,OPTED_OUT", ",WRONG_NUMBER,true,OPEN",
        ",REPLY,false,OPEN", "DONE,REPLY,false,OPEN", "OPTED_OUT,REPLY,false,OPEN", "DONE,UNCLEAR,false,OPEN", ",HELP,false,DONE",
        "OPEN,HELP,false,OPEN", "OPTED_OUT,HELP,false,OPTED_OUT", "OPTED_OUT,OPT_IN,true,DONE", "OPEN,OPT_IN,true,OPEN", ",OPT_IN,true,DONE",
        "DONE,OPT_IN,false,DONE", "OPTED_OUT,YES,true,DONE", "DONE,YES,false,OPEN", ",YES,false,OPEN"})
    void whereAConversationStandsAfterAText(ConversationState before, Intent intent, boolean changedConsent, ConversationState after) {
        assertEquals(after, ConversationState.after(before, intent, changedConsent));
    }
}
