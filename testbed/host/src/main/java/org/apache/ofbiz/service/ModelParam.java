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
package org.apache.ofbiz.service;

/**
 * An attribute of a service.
 *
 * @param mode IN, OUT or INOUT
 * @param defaultValue null, or text that may hold ${...}
 * @param internal one that every service has, such as userLogin
 */
public record ModelParam(String name, String type, String mode, boolean optional, String defaultValue, String allowHtml, String entityName,
        String fieldName, boolean internal) {

    public String getName() {
        return name;
    }

    public String getType() {
        return type;
    }

    public String getMode() {
        return mode;
    }

    public boolean isIn() {
        return mode.startsWith(ModelService.IN_PARAM);
    }

    public boolean isOut() {
        return mode.endsWith(ModelService.OUT_PARAM);
    }
}
