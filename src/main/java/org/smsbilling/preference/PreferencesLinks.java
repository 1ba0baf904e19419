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
package org.smsbilling.preference;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.PayToken;
import org.smsbilling.transaction.OwnTransaction;

/** Links by which owners of numbers reach their preferences. Keys of organizations never change, so they are read once. Thread-safe. */
public final class PreferencesLinks {

    private static final String PATH = "/control/preferences/";

    private final Delegator delegator;
    private final ConcurrentMap<String, String> keys = new ConcurrentHashMap<>();

    /** Whose preferences a link opens. */
    public record Owner(String organizationPartyId, String contactNumber) { }

    public PreferencesLinks(Delegator delegator) {
        this.delegator = delegator;
    }

    /** @param e164 of the recipient. @return the whole address; empty when the organization has no public address */
    public String url(OrganizationSettings settings, String e164) throws GenericEntityException {
        return settings.publicBaseUrl().isEmpty() ? "" : path(settings.organizationPartyId(), e164).map(path -> settings.publicBaseUrl() + "/pay"
                + path)
                .orElse("");
    }

    /** @return the address within the pay pages; empty for what is no number */
    public Optional<String> path(String organizationPartyId, String e164) throws GenericEntityException {
        return PreferencesToken.of(key(organizationPartyId), e164).map(token -> PATH + token);
    }

    /** @param token from outside, anything. Tries the key of each organization: a question of microseconds */
    public Optional<Owner> owner(String token) throws GenericEntityException {
        if (!PayToken.wellFormed(token)) {
            return Optional.empty();
        }
        for (GenericValue row : EntityQuery.use(delegator).from("SmsPreferencesKey").queryList()) {
            keys.putIfAbsent(row.getString("organizationPartyId"), row.getString("keySecret"));
        }
        for (Map.Entry<String, String> key : keys.entrySet()) {
            Optional<String> number = PreferencesToken.number(key.getValue(), token);
            if (number.isPresent()) {
                return Optional.of(new Owner(key.getKey(), number.get()));
            }
        }
        return Optional.empty();
    }

    /** @return secret key of an organization in base64, made when there is none yet */
    public String key(String organizationPartyId) throws GenericEntityException {
        String known = keys.get(organizationPartyId);
        if (known == null) {
            known = stored(organizationPartyId);
            if (known == null) {
                known = made(organizationPartyId);
            }
            keys.putIfAbsent(organizationPartyId, known);
        }
        return known;
    }

    /** Two nodes may make one at the same moment: the primary key lets one of them through. */
    private String made(String organizationPartyId) throws GenericEntityException {
        try {
            OwnTransaction.call(() -> delegator.create("SmsPreferencesKey", UtilMisc.<String, Object>toMap("organizationPartyId", organizationPartyId,
                    "keySecret", PreferencesToken.newKey())));
        } catch (GenericEntityException e) {
            if (stored(organizationPartyId) == null) {
                throw e;
            }
        }
        return stored(organizationPartyId);
    }

    private String stored(String organizationPartyId) throws GenericEntityException {
        GenericValue row = OwnTransaction.call(() -> EntityQuery.use(delegator).from("SmsPreferencesKey")
                .where("organizationPartyId", organizationPartyId).queryOne());
        return row == null ? null : row.getString("keySecret");
    }
}
