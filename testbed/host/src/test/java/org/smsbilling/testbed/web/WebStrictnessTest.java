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
package org.smsbilling.testbed.web;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smsbilling.testbed.web.widget.Page;

/** What the web host does not know stops it and is named. */
final class WebStrictnessTest {

    private static final String SCHEMA = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='x y'>";
    private static final String HANDLERS = "<include location='component://common/webcommon/WEB-INF/handlers-controller.xml'/>";
    private static final String SECURITY = "<security https='true' auth='true'/>";

    @TempDir
    private Path directory;

    @BeforeAll
    static void componentsAreLoaded() {
        RunningHost.delegator();
    }

    private String refusal(String inside) throws IOException {
        return refusalOf("<site-conf" + SCHEMA + inside + "</site-conf>");
    }

    private String refusalOf(String controller) throws IOException {
        Path file = Files.writeString(directory.resolve("controller.xml"), controller);
        return assertThrows(IllegalStateException.class, () -> new SiteConf(file.toUri().toURL())).getMessage();
    }

    private String refusalOfRequest(String inside) throws IOException {
        return refusal("<request-map uri='a'>" + SECURITY + inside + "</request-map>");
    }

    private static void assertNames(String expected, String message) {
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aControllerThatOfbizWouldReadWithoutLogin() throws IOException {
        assertNames("no schemaLocation", refusalOf("<site-conf/>"));
        assertNames("has no <security>", refusal("<request-map uri='a'><response name='success' type='none'/></request-map>"));
    }

    @Test
    void unknownElementsAttributesTypesAndNamesInAController() throws IOException {
        assertNames("contains <firstvisit>", refusal("<firstvisit/>"));
        assertNames("the attribute colour", refusal("<request-map uri='a' colour='red'>" + SECURITY + "</request-map>"));
        assertNames("without a handler", refusalOfRequest("<event type='groovy' path='p'/>"));
        assertNames("without a handler", refusal(HANDLERS + "<request-map uri='a'>" + SECURITY + "<event type='soap' path='p'/></request-map>"));
        assertNames("does not know", refusalOfRequest("<response name='success' type='cross-redirect' value='b'/>"));
        assertNames("the view b", refusalOfRequest("<response name='success' type='view' value='b'/>"));
        assertNames("the request b", refusalOfRequest("<response name='success' type='request' value='b'/>"));
        assertNames("does not exist", refusal("<include location='component://common/webcommon/WEB-INF/none.xml'/>"));
        assertNames("type that the testbed does not know", refusal(HANDLERS + "<view-map name='v' type='jsp' page='p'/>"));
        assertNames("no handler is included", refusal("<view-map name='v' type='ftl' page='p'/>"));
    }

    @Test
    void unknownElementsAndAttributesOfScreensAndTemplatesThatAreMissing() {
        assertNames("contains <column-container>", screenRefusal("UnknownElement"));
        assertNames("the attribute tooltip", screenRefusal("UnknownAttribute"));
        assertNames("no schemaLocation", screenRefusal("NoSchema"));
        assertNames("NotThere.ftl", screenRefusal("MissingTemplate"));
    }

    private static String screenRefusal(String file) {
        return assertThrows(IllegalStateException.class, () -> Page.check("component://webtest/bad/" + file + ".xml#bad")).getMessage();
    }
}
