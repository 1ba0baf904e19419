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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.security.Security;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.entity.FieldValues;

/**
 * Who may use an organization: people with the permission SMSBILLING_(action), or SMSBILLING_ADMIN, and a relationship of any type from the
 * organization to them that is current at the moment. There is no exception for administrators of the system.
 */
public final class OrganizationAccess {

    private OrganizationAccess() { }

    /** @param action VIEW, SEND or ADMIN */
    public static boolean mayUse(Delegator delegator, Security security, GenericValue userLogin, String organizationPartyId, String action,
            Instant now) throws GenericEntityException {
        return hasPermission(security, userLogin, action) && related(delegator, userLogin.getString("partyId"), organizationPartyId, now);
    }

    /**
     * The check at the beginning of a service, with words for the user.
     * @param action VIEW, SEND or ADMIN
     * @return why the user of this service call may not use the organization, empty when he may
     */
    public static Optional<String> refusal(DispatchContext dctx, Map<String, ?> context, String organizationPartyId, String action)
            throws GenericEntityException {
        GenericValue userLogin = (GenericValue) context.get("userLogin");
        if (!hasPermission(dctx.getSecurity(), userLogin, action)) {
            return Optional.of(text("SmsBillingNoPermission", Map.of("action", action), ServiceUtil.getLocale(context)));
        }
        Instant now = SmsBilling.of(dctx.getDelegator()).clock().instant();
        if (!related(dctx.getDelegator(), userLogin.getString("partyId"), organizationPartyId, now)) {
            return Optional.of(text("SmsBillingNoRelationship", Map.of("organizationPartyId", String.valueOf(organizationPartyId),
                    "userLoginId", userLogin.getString("userLoginId")), ServiceUtil.getLocale(context)));
        }
        return Optional.empty();
    }

    /**
     * @param action VIEW, SEND or ADMIN
     * @return internal organizations that the user of this service call may use; empty without the permission
     */
    public static List<String> organizations(DispatchContext dctx, Map<String, ?> context, String action) throws GenericEntityException {
        GenericValue userLogin = (GenericValue) context.get("userLogin");
        return hasPermission(dctx.getSecurity(), userLogin, action) ? InternalOrganizations.of(dctx.getDelegator(), userLogin.getString("partyId"),
                SmsBilling.of(dctx.getDelegator()).clock().instant()) : List.of();
    }

    /** @return parties with a current relationship to the user, whether they are organizations or not */
    static Set<String> relatedTo(Delegator delegator, String userPartyId, Instant now) throws GenericEntityException {
        return userPartyId == null ? Set.of() : new TreeSet<>(FieldValues.of(EntityQuery.use(delegator).select("partyIdFrom")
                .from("PartyRelationship").where("partyIdTo", userPartyId).filterByDate(Timestamp.from(now)), "partyIdFrom"));
    }

    static boolean hasPermission(Security security, GenericValue userLogin, String action) {
        return userLogin != null && security.hasEntityPermission("SMSBILLING", "_" + action, userLogin);
    }

    private static boolean related(Delegator delegator, String userPartyId, String organizationPartyId, Instant now) throws GenericEntityException {
        return userPartyId != null && organizationPartyId != null && EntityQuery.use(delegator).from("PartyRelationship")
                .where("partyIdFrom", organizationPartyId, "partyIdTo", userPartyId).filterByDate(Timestamp.from(now)).queryCount() > 0;
    }

    private static String text(String key, Map<String, ?> values, Locale locale) {
        return UtilProperties.getMessage("SmsBillingOrganizationLabels", key, values, locale);
    }
}
