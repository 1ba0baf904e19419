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
package org.smsbilling.scenario;

import java.util.Map;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.GenericServiceException;

/** The clerk's dialog as scenarios use it. */
final class Sending {
    private Sending() { }

    /** Opens the dialog. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> dialog(Stage stage, GenericValue clerk, String invoiceId) throws GenericServiceException {
        return (Map<String, Object>) stage.call(clerk, "prepareInvoiceSms", "invoiceId", invoiceId).get("dialog");
    }

    /** Opens the dialog and presses Send for a number; confirms if it was sent before. @return result of sendInvoiceSms */
    static Map<String, Object> send(Stage stage, GenericValue clerk, String invoiceId, String number) throws GenericServiceException {
        return stage.call(clerk, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "confirmedResend", "Y",
                "occurrence", dialog(stage, clerk, invoiceId).get("occurrence"));
    }

    /** Sends and waits for the text. @return the text as it reached the phone */
    static String sendAndRead(Stage stage, GenericValue clerk, String invoiceId, String number) throws Exception {
        int before = stage.outside().texts(number).size();
        send(stage, clerk, invoiceId, number);
        return stage.outside().text(number, before + 1);
    }

    /** Where a message is now, as the clerk is told after waiting for the carrier. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> outcome(Stage stage, GenericValue clerk, Object messageId) throws GenericServiceException {
        return (Map<String, Object>) stage.call(clerk, "getSmsMessageOutcome", "messageId", messageId, "waitMillis", 10_000L).get("outcome");
    }

    static Object status(Stage stage, Object messageId) throws GenericEntityException {
        return stage.now("SmsMessage", "messageStatus", "messageId", messageId);
    }

    /** Holds the dispatcher back: the organization's window is closed, so that what is queued stays queued until the morning. */
    static void closeWindow(Stage stage) throws Exception {
        stage.clockToHour(22);
    }
}
