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
package org.smsbilling.outside.cardpointe;

import java.util.Map;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Json;

/** The outcome of a request to the gateway.
 * @param stat A approved, B try again, C declined
 * @param proc who decided: PPS the gateway, RPCT the card processor, PSTR the bank processor */
record Response(String stat, String code, String text, String proc) {
    static final Response APPROVED = new Response("A", "000", "Approval", "RPCT");
    static final Response APPROVED_IN_PART = new Response("A", "002", "Approve for partial amount", "RPCT");
    static final Response DECLINED = new Response("C", "500", "Decline", "RPCT");
    static final Response TRY_AGAIN = new Response("B", "505", "Please retry", "RPCT");
    static final Response TIMED_OUT = new Response("B", "62", "Timed out", "PPS");
    static final Response BANK_SUCCESS = new Response("A", "00", "Success", "PSTR");
    static final Response BANK_DECLINED = new Response("C", "02", "Declined", "PSTR");
    static final Response DONE = new Response("A", "00", "Approval", "PPS");
    static final Response NOT_FOUND = refused("29", "Txn not found");

    private static final Map<String, Response> OF_PROCESSOR = Map.ofEntries(card("C", "100", "Do not honor"), card("C", "101", "Expired card"),
            card("C", "102", "Suspected fraud"), card("C", "107", "Call for authorization"), card("C", "110", "Invalid amount"),
            card("C", "116", "Not sufficient funds"), card("C", "119", "Transaction not permitted to cardholder"),
            card("C", "121", "Exceeds withdrawal amount"), card("C", "208", "Lost card"), card("C", "209", "Stolen card"),
            card("C", "302", "Account closed"), card("C", "500", "Decline"), card("B", "505", "Please retry"),
            card("B", "508", "Try again later - Declined"), card("C", "517", "CVV2 Declined"), card("C", "911", "Card issuer timed out"));

    private static Map.Entry<String, Response> card(String stat, String code, String text) {
        return Map.entry(code, new Response(stat, code, text, "RPCT"));
    }

    /** @return the processor's response with this code, or null */
    static Response ofProcessor(String code) {
        return OF_PROCESSOR.get(code);
    }

    /** Refused by the gateway itself. */
    static Response refused(String code, String text) {
        return new Response("C", code, text, "PPS");
    }

    boolean approved() {
        return stat.equals("A");
    }

    Map<String, Object> toMap() {
        return Json.map("respstat", stat, "respcode", code, "resptext", text, "respproc", proc);
    }

    Answer answer() {
        return Answer.json(toMap());
    }
}
