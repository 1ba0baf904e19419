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

import org.apache.ofbiz.base.component.ComponentConfig

// The applications that the user may open, for the bar at the top
context.appBar = []
ComponentConfig.allComponents.each { component ->
    component.webapps().findAll { it['app-bar-display'] != 'false' }.each { webapp ->
        List<String> permissions = (webapp['base-permission'] ?: 'NONE').tokenize(',')
        if (userLogin && permissions.every { it == 'NONE' || security.hasEntityPermission(it, '_VIEW', userLogin) }) {
            String mountPoint = webapp['mount-point'] ?: '/' + webapp.name
            context.appBar << [title: webapp.title, url: mountPoint + '/control/main?externalLoginKey=' + externalLoginKey,
                               selected: request.contextPath == mountPoint]
        }
    }
}
