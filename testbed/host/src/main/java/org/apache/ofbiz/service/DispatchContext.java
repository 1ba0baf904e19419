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

import java.util.Map;
import java.util.Set;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.security.Security;

/** What a service is given besides its context. */
public final class DispatchContext {

    private final LocalDispatcher dispatcher;
    private final Map<String, ModelService> services;

    public DispatchContext(LocalDispatcher dispatcher, Map<String, ModelService> services) {
        this.dispatcher = dispatcher;
        this.services = services;
    }

    public ClassLoader getClassLoader() {
        return Thread.currentThread().getContextClassLoader();
    }

    public String getName() {
        return dispatcher.getName();
    }

    public LocalDispatcher getDispatcher() {
        return dispatcher;
    }

    public Delegator getDelegator() {
        return dispatcher.getDelegator();
    }

    public Security getSecurity() {
        return dispatcher.getSecurity();
    }

    /** @throws GenericServiceException when there is no such service */
    public ModelService getModelService(String serviceName) throws GenericServiceException {
        ModelService model = services.get(serviceName);
        if (model == null) {
            throw new GenericServiceException("Cannot locate service by name (" + serviceName + ")");
        }
        return model;
    }

    public Set<String> getAllServiceNames() {
        return services.keySet();
    }

    /** What of the context the service takes (mode IN) or gives (mode OUT), converted to the attributes' types. */
    public Map<String, Object> makeValidContext(String serviceName, String mode, Map<String, ? extends Object> context)
            throws GenericServiceException {
        return makeValidContext(getModelService(serviceName), mode, context);
    }

    public static Map<String, Object> makeValidContext(ModelService model, String mode, Map<String, ? extends Object> context)
            throws GenericServiceException {
        return model.makeValid(context, mode);
    }
}
