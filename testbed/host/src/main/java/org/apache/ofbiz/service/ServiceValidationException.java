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

import java.util.List;

/** What came in or went out does not fit the service's definition. */
public class ServiceValidationException extends GenericServiceException {

    private static final long serialVersionUID = 1L;

    private final transient ModelService service;
    private final transient List<String> messages;
    private final transient List<String> missingFields;
    private final transient List<String> extraFields;
    private final String errorMode;

    public ServiceValidationException(List<String> messages, ModelService service, List<String> missingFields, List<String> extraFields,
            String errorMode) {
        super(String.join("; ", messages));
        this.service = service;
        this.messages = List.copyOf(messages);
        this.missingFields = List.copyOf(missingFields);
        this.extraFields = List.copyOf(extraFields);
        this.errorMode = errorMode;
    }

    public final List<String> getMessageList() {
        return messages;
    }

    public final List<String> getMissingFields() {
        return missingFields;
    }
}
