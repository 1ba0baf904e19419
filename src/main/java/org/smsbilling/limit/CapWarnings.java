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
package org.smsbilling.limit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.security.Security;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.recipient.EmailAddresses;
import org.smsbilling.transaction.OwnTransaction;

/** Tells an organization's administrators by e-mail that the texts of a day are nearly used up, and that they are: each once a day. */
final class CapWarnings {

    private static final String MODULE = CapWarnings.class.getName();
    private static final String LABELS = "SmsBillingOrganizationLabels";
    private static final int TIMEOUT_SECONDS = 120;

    private final LocalDispatcher dispatcher;
    private final Delegator delegator;
    private final Security security;
    private final Instant now;

    /** How much of the day is used up. */
    private enum Level { NEAR, REACHED }

    CapWarnings(LocalDispatcher dispatcher, Security security, Instant now) {
        this.dispatcher = dispatcher;
        this.delegator = dispatcher.getDelegator();
        this.security = security;
        this.now = now;
    }

    /** No transaction may be open. @return how many e-mails were sent */
    int warn(OrganizationSettings settings) throws GenericEntityException {
        int cap = settings.texting().dailyCap();
        long used = cap == 0 ? 0 : OrganizationDay.used(delegator, settings, now);
        if (!OrganizationDay.nearlyFull(used, cap)) {
            return 0;
        }
        Level level = used >= cap ? Level.REACHED : Level.NEAR;
        LocalDate today = now.atZone(settings.zoneId()).toLocalDate();
        return first(settings, today, level) ? mail(settings, level, used, cap) : 0;
    }

    /** The key lets one node through. */
    private boolean first(OrganizationSettings settings, LocalDate day, Level level) throws GenericEntityException {
        Map<String, Object> key = new HashMap<>(Map.of("organizationPartyId", settings.organizationPartyId(), "warnedDay", day.toString(),
                "warnedLevel", level.name()));
        if (EntityQuery.use(delegator).from("SmsCapWarning").where(key).queryCount() > 0) {
            return false;
        }
        Map<String, Object> row = new HashMap<>(key);
        row.put("createdDate", Timestamp.from(now));
        try {
            OwnTransaction.call(() -> delegator.create("SmsCapWarning", row));
            return true;
        } catch (GenericEntityException e) {
            if (OwnTransaction.call(() -> EntityQuery.use(delegator).from("SmsCapWarning").where(key).queryCount()) == 0) {
                throw e;
            }
            return false;
        }
    }

    private int mail(OrganizationSettings settings, Level level, long used, int cap) throws GenericEntityException {
        Map<String, String> values = Map.of("sent", String.valueOf(used), "cap", String.valueOf(cap), "organization", settings.organizationName());
        String subject = UtilProperties.getMessage(LABELS, "SmsBillingDailyCapMail_" + level, values, settings.locale());
        String text = UtilProperties.getMessage(LABELS, level == Level.REACHED ? "SmsBillingDailyCapReached" : "SmsBillingDailyCapNear", values,
                settings.locale());
        int sent = 0;
        for (String address : addresses(settings)) {
            Map<String, Object> mail = new HashMap<>(Map.of("sendTo", address, "subject", subject, "bodyText", "<p>" + text + "</p>", "sendFrom",
                    UtilProperties.getPropertyValue("general", "defaultFromEmailAddress", "ofbizsupport@example.com")));
            mail.put("userLogin", EntityQuery.use(delegator).from("UserLogin").where("userLoginId", "system").queryOne());
            try {
                boolean success = ServiceUtil.isSuccess(dispatcher.runSync("sendMailFromScreen", mail, TIMEOUT_SECONDS, true));
                sent += success ? 1 : 0;
            } catch (GenericServiceException e) {
                Debug.logError(e, "An administrator of " + settings.organizationPartyId() + " could not be warned of the daily cap", MODULE);
            }
        }
        return sent;
    }

    /** @return of the administrators; the organization's own when they have none */
    private Collection<String> addresses(OrganizationSettings settings) throws GenericEntityException {
        Set<String> related = new TreeSet<>(FieldValues.of(EntityQuery.use(delegator).select("partyIdTo").from("PartyRelationship")
                .where("partyIdFrom", settings.organizationPartyId()).filterByDate(Timestamp.from(now)), "partyIdTo"));
        Set<String> administrators = new LinkedHashSet<>();
        for (GenericValue login : related.isEmpty() ? List.<GenericValue>of() : EntityQuery.use(delegator).from("UserLogin").where(
                EntityCondition.makeCondition("partyId", EntityOperator.IN, related)).orderBy("userLoginId").queryList()) {
            if (!"N".equals(login.getString("enabled")) && security.hasEntityPermission("SMSBILLING", "_ADMIN", login)) {
                administrators.add(login.getString("partyId"));
            }
        }
        Collection<String> found = new TreeSet<>(EmailAddresses.read(delegator, administrators, now).values());
        return found.isEmpty() ? EmailAddresses.read(delegator, List.of(settings.organizationPartyId()), now).values() : found;
    }
}
