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
package org.smsbilling.payercheck;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;

/** Postal codes on file of a customer, and whether what somebody typed is one of them. */
final class PostalCodes {

    private static final int US_DIGITS = 5;

    private PostalCodes() { }

    /** @return of the customer's addresses that are current now, without spaces and signs; empty when none is on file */
    static Set<String> onFile(Delegator delegator, String customerPartyId, Instant now) throws GenericEntityException {
        List<String> contactMechIds = FieldValues.of(EntityQuery.use(delegator).from("PartyContactMech").where("partyId", customerPartyId)
                .filterByDate(Timestamp.from(now)), "contactMechId");
        return contactMechIds.isEmpty() ? Set.of() : FieldValues.of(EntityQuery.use(delegator).from("PostalAddress")
                .where(EntityCondition.makeCondition("contactMechId", EntityOperator.IN, contactMechIds)), "postalCode").stream()
                .map(PostalCodes::plain).filter(code -> !code.isEmpty()).collect(Collectors.toSet());
    }

    /** Compares with all of them, however soon one fits, so that the time it takes tells nothing. */
    static boolean matches(Collection<String> onFile, String typed) {
        boolean matches = false;
        byte[] answer = plain(typed).getBytes(StandardCharsets.UTF_8);
        for (String code : onFile) {
            matches |= answer.length > 0 & MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), answer);
        }
        return matches;
    }

    /** @return upper case letters and digits only; of a US ZIP+4 the ZIP code */
    static String plain(String typed) {
        String plain = Objects.toString(typed, "").toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
        return plain.matches("[0-9]{9}") ? plain.substring(0, US_DIGITS) : plain;
    }
}
