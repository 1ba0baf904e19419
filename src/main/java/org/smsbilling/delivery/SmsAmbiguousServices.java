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
package org.smsbilling.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationAccess;

/** Services about texts of which nobody knows whether the carrier has them. */
public final class SmsAmbiguousServices {

    private static final String MODULE = SmsAmbiguousServices.class.getName();

    private SmsAmbiguousServices() { }

    /** Lists them, of the organizations that the user may see. */
    public static Map<String, Object> findAmbiguousSmsMessages(DispatchContext dctx, Map<String, ? extends Object> context) {
        try {
            TimeZone zone = (TimeZone) context.get("timeZone");
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("messages", new AmbiguousMessages(dctx.getDelegator()).list(OrganizationAccess.organizations(dctx, context, "VIEW"),
                    Set.copyOf(OrganizationAccess.organizations(dctx, context, "SEND")), ServiceUtil.getLocale(context),
                    zone == null ? ZoneId.systemDefault() : zone.toZoneId()));
            return result;
        } catch (GenericEntityException e) {
            return failed(e, context);
        }
    }

    /** Does what a person decided about one. */
    public static Map<String, Object> decideAmbiguousSmsMessage(DispatchContext dctx, Map<String, ? extends Object> context) {
        String typed = (String) context.get("decision");
        Optional<AmbiguousDecision> decision = Arrays.stream(AmbiguousDecision.values()).filter(each -> each.name().equals(typed)).findFirst();
        try {
            GenericValue message = EntityQuery.use(dctx.getDelegator()).from("SmsMessage").where("messageId", context.get("messageId")).queryOne();
            if (message == null || decision.isEmpty()) {
                return ServiceUtil.returnError(text("SmsBillingAmbiguousUnknown", context));
            }
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, message.getString("organizationPartyId"), "SEND");
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            SmsBilling billing = SmsBilling.of(dctx.getDelegator());
            Instant now = billing.clock().instant();
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            if (!new AmbiguousMessages(dctx.getDelegator()).decide(message, decision.get(), userLoginId, now)) {
                return ServiceUtil.returnError(text("SmsBillingAmbiguousDecided", context));
            }
            if (decision.get() == AmbiguousDecision.NOT_SENT) {
                billing.outbox().wake();
            }
            return ServiceUtil.returnSuccess(text("SmsBillingAmbiguousDone_" + decision.get().name(), context));
        } catch (GenericEntityException e) {
            return failed(e, context);
        }
    }

    private static Map<String, Object> failed(GenericEntityException cause, Map<String, ?> context) {
        Debug.logError(cause, MODULE);
        return ServiceUtil.returnError(text("SmsBillingAmbiguousFailed", context));
    }

    private static String text(String key, Map<String, ?> context) {
        Locale locale = ServiceUtil.getLocale(context);
        return UtilProperties.getMessage("SmsBillingDeliveryLabels", key, locale);
    }
}
