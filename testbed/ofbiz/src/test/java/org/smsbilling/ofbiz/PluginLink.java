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
package org.smsbilling.ofbiz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The component's place among an OFBiz's plugins: a symbolic link, so that OFBiz reads the very files that are edited. */
final class PluginLink {
    private static final String NAME = "smsbilling";

    private PluginLink() { }

    /** Links the component into OFBiz; a link that is there is replaced, anything else is left alone.
     * @throws IllegalStateException when OFBiz would not read it there, saying what to do */
    static void make(Path component, OfbizHome ofbiz) throws IOException {
        Path plugins = ofbiz.directory().resolve("plugins");
        Path link = plugins.resolve(NAME);
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new IllegalStateException(link + " is a directory or file of its own; move it away, or test with another OFBiz");
        }
        Path load = plugins.resolve("component-load.xml");
        if (Files.exists(load) && !Files.readString(load).contains('"' + NAME + '"')) {
            throw new IllegalStateException("OFBiz reads only the plugins that " + load + " names; add to it: <load-component component-location=\""
                    + NAME + "\"/>");
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, component);
    }
}
