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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Router;

/** The page with the input fields that a merchant's page shows in a frame. */
final class TokenizerFrame {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'";

    private TokenizerFrame() { }

    static void serve(Router router) {
        Answer page = Answer.bytes("text/html;charset=utf-8", resource("ajax-tokenizer.html")).with("Content-Security-Policy", POLICY)
                .with("Cache-Control", "no-store");
        Answer script = Answer.bytes("text/javascript;charset=utf-8", resource("tokenizer.js")).with("Cache-Control", "no-cache");
        router.add("GET", "/itoke/ajax-tokenizer.html", call -> page).add("GET", "/itoke/tokenizer.js", call -> script);
    }

    private static byte[] resource(String name) {
        try (InputStream in = TokenizerFrame.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
