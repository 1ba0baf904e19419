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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.ofbiz.base.util.Debug;
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
import org.smsbilling.message.MailSettings;
import org.smsbilling.message.MailWords;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.recipient.EmailAddresses;
import org.smsbilling.transaction.OwnTransaction;

/** E-mails to an organization's administrators about something that they have to know: each kind once a day. */
final class AdministratorMails {

    private static final String MODULE = AdministratorMails.class.getName();
    private static final int TIMEOUT_SECONDS = 120;

    private final LocalDispatcher dispatcher;
    private final Delegator delegator;
    private final Security security;
    private final Instant now;

    AdministratorMails(LocalDispatcher dispatcher, Security security, Instant now) {
        this.dispatcher = dispatcher;
        this.delegator = dispatcher.getDelegator();
        this.security = security;
        this.now = now;
    }

    /**
     * No transaction may be open.
     * @param kind at most 20 characters
     * @param text without markup
     * @return how many e-mails were sent; none when it was told today
     */
    int sendOnce(OrganizationSettings settings, String kind, String subject, String text) throws GenericEntityException {
        String today = now.atZone(settings.zoneId()).toLocalDate().toString();
        if (!first(settings.organizationPartyId(), today, kind)) {
            return 0;
        }
        int sent = 0;
        for (String address : addresses(settings)) {
            Map<String, Object> mail = new HashMap<>(Map.of("sendTo", address, "subject", MailWords.subject(subject),
                    "bodyText", "<p>" + MailWords.html(escaped(text)) + "</p>", "sendFrom", MailSettings.from(delegator)));
            mail.put("sendFailureNotification", false);
            mail.put("userLogin", EntityQuery.use(delegator).from("UserLogin").where("userLoginId", "system").queryOne());
            try {
                boolean success = ServiceUtil.isSuccess(dispatcher.runSync("sendMailFromScreen", mail, TIMEOUT_SECONDS, true));
                sent += success ? 1 : 0;
            } catch (GenericServiceException e) {
                Debug.logError(e, "An administrator of " + settings.organizationPartyId() + " could not be told by e-mail: " + kind, MODULE);
            }
        }
        return sent;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The key lets one node through. */
    private boolean first(String organizationPartyId, String day, String kind) throws GenericEntityException {
        Map<String, Object> key = new HashMap<>(Map.of("organizationPartyId", organizationPartyId, "warnedDay", day,
                "warnedLevel", kind));
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
