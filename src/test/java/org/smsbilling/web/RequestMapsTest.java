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
package org.smsbilling.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What changes something is asked for by POST, by somebody who is signed in and with OFBiz's token against forged requests. */
class RequestMapsTest {

    /** Requests of the back office that ask for no token: they change nothing, or (smsSession) hand one out. */
    private static final Set<String> WITHOUT_TOKEN = Set.of("smsHealthMetrics", "smsSession", "InvoiceSmsPanel", "PaymentSmsPanel");
    /** Services of the back office that only show something. */
    private static final Set<String> READING = Set.of("smsDryRunPart");
    /** Public requests that only show something. */
    private static final Set<String> SHOWING = Set.of("p/{token}", "unknown", "pdf/{token}/{invoiceId}", "preferences/{token}");

    @Test
    void theBackOfficeIsForSignedInUsersAndChangesByPostOnly() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<Element> requests = requests("smsbilling");
        assertTrue(requests.size() > 50, "requests: " + requests.size());
        for (Element request : requests) {
            String uri = request.getAttribute("uri");
            Element security = child(request, "security");
            boolean changes = child(request, "event") != null && "service".equals(child(request, "event").getAttribute("type"))
                    && !READING.contains(uri);
            if (security == null || !"true".equals(security.getAttribute("auth")) || !"true".equals(security.getAttribute("https"))) {
                wrong.add(uri + " is open");
            }
            if (changes && !"post".equals(request.getAttribute("method"))) {
                wrong.add(uri + " is not POST only");
            }
            if (security != null && "false".equals(security.getAttribute("csrf-token")) && !WITHOUT_TOKEN.contains(uri)) {
                wrong.add(uri + " asks for no token");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void publicPagesChangeByPostOnlyAndKeepNoVisit() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Element request : requests("pay")) {
            String uri = request.getAttribute("uri");
            if (!SHOWING.contains(uri) && !"post".equals(request.getAttribute("method"))) {
                wrong.add(uri + " is not POST only");
            }
            if (!"false".equals(request.getAttribute("track-visit")) || !"false".equals(request.getAttribute("track-serverhit"))) {
                wrong.add(uri + " is tracked");
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Element> requests(String webapp) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Path.of("../../webapp/" + webapp + "/WEB-INF/controller.xml").toFile()).getElementsByTagName("request-map");
        List<Element> requests = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            requests.add((Element) found.item(i));
        }
        return requests;
    }

    private static Element child(Element parent, String name) {
        return (Element) parent.getElementsByTagName(name).item(0);
    }
}
