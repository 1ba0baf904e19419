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
package org.apache.ofbiz.base.location;

import java.net.MalformedURLException;
import java.net.URL;
import org.apache.ofbiz.base.component.ComponentConfig;

/** Locations as components write them: component://name/path. */
public final class FlexibleLocation {

    private FlexibleLocation() { }

    /** @return where the file is; null when the component has no such file; @throws MalformedURLException for another kind of location */
    public static URL resolveLocation(String location) throws MalformedURLException {
        if (!location.startsWith("component://")) {
            throw new MalformedURLException("The testbed knows component:// locations only: " + location);
        }
        String path = location.substring("component://".length());
        int slash = path.indexOf('/');
        return ComponentConfig.getURL(path.substring(0, slash), path.substring(slash + 1));
    }
}
