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
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.security.Security;

/** Runs services. */
public interface LocalDispatcher {

    Map<String, Object> runSync(String serviceName, Map<String, ? extends Object> context) throws GenericServiceException;

    Map<String, Object> runSync(String serviceName, Map<String, ? extends Object> context, int transactionTimeout, boolean requireNewTransaction)
            throws ServiceAuthException, ServiceValidationException, GenericServiceException;

    void runAsync(String serviceName, Map<String, ? extends Object> context, boolean persist)
            throws ServiceAuthException, ServiceValidationException, GenericServiceException;

    /** Persisted, as in OFBiz. */
    default void runAsync(String serviceName, Map<String, ? extends Object> context)
            throws ServiceAuthException, ServiceValidationException, GenericServiceException {
        runAsync(serviceName, context, true);
    }

    Delegator getDelegator();

    Security getSecurity();

    String getName();

    DispatchContext getDispatchContext();
}
