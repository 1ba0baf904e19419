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
package org.smsbilling.organization;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.smsbilling.SmsBilling;

/** A call of a service by a user: who it is, when it is, and what the user may do with which organization. */
public class OrganizationCall {

    private final DispatchContext dctx;
    private final Map<String, ? extends Object> context;

    protected OrganizationCall(DispatchContext dctx, Map<String, ? extends Object> context) {
        this.dctx = dctx;
        this.context = context;
    }

    public final Delegator delegator() {
        return dctx.getDelegator();
    }

    public final SmsBilling billing() {
        return SmsBilling.of(delegator());
    }

    public final Instant now() {
        return billing().clock().instant();
    }

    public final String userLoginId() {
        return ((GenericValue) context.get("userLogin")).getString("userLoginId");
    }

    /** @return what was given as a text, or null */
    public final String text(String name) {
        return context.get(name) instanceof String text ? text : null;
    }

    /** @param action VIEW, SEND or ADMIN. @return why the user may not use the organization so; empty when he may */
    public final Optional<String> refusal(String organizationPartyId, String action) throws GenericEntityException {
        return OrganizationAccess.refusal(dctx, context, organizationPartyId, action);
    }

    /** @param action VIEW, SEND or ADMIN. @throws RefusedException when the user may not use the organization so */
    public final void require(String organizationPartyId, String action) throws GenericEntityException, RefusedException {
        Optional<String> refusal = refusal(organizationPartyId, action);
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
    }
}
