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
package org.smsbilling.consent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.SmsBilling;

/**
 * Erased numbers that opted out: kept as keyed hashes, so that nobody can read them and the numbers are still not texted when they come back. The
 * lines of the consent ledger stay, with the hash in place of the number.
 */
public final class Suppressions {

    private static final String ENTITY = "SmsSuppression";
    private static final String MARK = "#";

    private Suppressions() { }

    /** Replaces a number in the ledger by its hash, in the caller's transaction; when it was opted out it is suppressed from now on. */
    public static void keep(Delegator delegator, String organization, String number, Instant now) throws GenericEntityException {
        String hash = hash(delegator, organization, number);
        ConsentState state = ConsentLedger.current(delegator, organization, List.of(number)).get(number);
        if (state != null && !state.mayBeTexted()) {
            delegator.createOrStore(delegator.makeValue(ENTITY, UtilMisc.<String, Object>toMap("organizationPartyId", organization, "numberHash",
                    hash,
                    "erasedDate", Timestamp.from(now))));
        }
        delegator.storeByCondition("SmsConsentRecord", UtilMisc.<String, Object>toMap("contactNumber", hash), EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", organization), EntityCondition.makeCondition("contactNumber", number)));
    }

    /** Does the same with what counts in every organization, where there is anything of the number. */
    public static void keepEverywhere(Delegator delegator, String number, Instant now) throws GenericEntityException {
        EntityCondition its = EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", ConsentLedger.EVERYWHERE),
                EntityCondition.makeCondition("contactNumber", number));
        if (EntityQuery.use(delegator).from("SmsConsent").where(its).queryCount() > 0) {
            keep(delegator, ConsentLedger.EVERYWHERE, number, now);
            delegator.removeByCondition("SmsConsent", its);
        }
    }

    /**
     * When suppressed numbers were erased.
     *
     * @param own of the organization itself
     * @param everywhere of all organizations
     */
    record Erased(Map<String, Instant> own, Map<String, Instant> everywhere) { }

    /** One query, which usually finds nothing. */
    static Erased of(Delegator delegator, String organization, Collection<String> numbers) throws GenericEntityException {
        Map<String, Map<String, Instant>> erased = new HashMap<>();
        for (GenericValue row : EntityQuery.use(delegator).from(ENTITY).where(EntityCondition.makeCondition("organizationPartyId",
                EntityOperator.IN, List.of(organization, ConsentLedger.EVERYWHERE))).queryList()) {
            erased.computeIfAbsent(row.getString("organizationPartyId"), any -> new HashMap<>())
                    .put(row.getString("numberHash"), row.getTimestamp("erasedDate").toInstant());
        }
        return new Erased(among(delegator, organization, numbers, erased), among(delegator, ConsentLedger.EVERYWHERE, numbers, erased));
    }

    private static Map<String, Instant> among(Delegator delegator, String organization, Collection<String> numbers,
            Map<String, Map<String, Instant>> erased) throws GenericEntityException {
        Map<String, Instant> hashes = erased.getOrDefault(organization, Map.of());
        Map<String, Instant> found = new HashMap<>();
        for (String number : hashes.isEmpty() ? List.<String>of() : numbers) {
            Instant when = hashes.get(hash(delegator, organization, number));
            if (when != null) {
                found.put(number, when);
            }
        }
        return found;
    }

    private static String hash(Delegator delegator, String organization, String number) throws GenericEntityException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SmsBilling.preferencesLinks(delegator).key(organization)), "HmacSHA256"));
            return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(number.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
