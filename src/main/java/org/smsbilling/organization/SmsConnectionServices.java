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

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.reminder.InvoiceDueFill;
import org.smsbilling.reminder.TextSteps;
import org.smsbilling.transaction.Outside;

/**
 * Services that connect an organization to the carrier and the payment processor, and disconnect it. Credentials are tried with a real call,
 * outside any transaction even if the caller has one, and stored only when they work. Results and logs never hold a secret.
 */
public final class SmsConnectionServices {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HOOK_TOKEN_BYTES = 16;

    private SmsConnectionServices() { }

    /** Connects to the carrier. What is left empty stays as it was stored. */
    public static Map<String, Object> connectSmsOrganization(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = SmsOrganizationServices.refusal(dctx, context, organizationPartyId);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            GenericValue stored = OrganizationStore.read(delegator, organizationPartyId);
            Map<String, Object> typed = typedOrStored(context, stored, "twilioAccountSid", "twilioAuthToken", "sender");
            List<String> missing = missing(typed, context, Map.of("twilioAccountSid", "SmsBillingTwilioSidForm",
                    "twilioAuthToken", "SmsBillingTwilioTokenMissing", "sender", "SmsBillingSenderForm"));
            if (!missing.isEmpty()) {
                return ServiceUtil.returnError(missing);
            }
            SmsBilling billing = SmsBilling.of(delegator);
            SmsAccount account = new SmsAccount((String) typed.get("twilioAccountSid"), (String) typed.get("twilioAuthToken"),
                    (String) typed.get("sender"));
            AccountCheck check = Outside.call(() -> billing.smsProvider().check(account));
            if (!check.valid()) {
                return wrong(check, context);
            }
            typed.put("connected", "Y");
            typed.put("connectedDate", Timestamp.from(billing.clock().instant()));
            typed.put("disconnectedDate", null);
            typed.put("hookAuthToken", null);
            typed.put("stoppedReason", null);
            if (stored.getString("hookToken") == null) {
                typed.put("hookToken", newHookToken());
            }
            OrganizationStore.write(delegator, organizationPartyId, typed);
            new InvoiceDueFill(delegator, billing.clock()).begin(organizationPartyId);
            return ServiceUtil.returnSuccess(SmsOrganizationServices.words(context).of("SmsBillingConnected", Map.of("sender", account.sender())));
        } catch (GenericEntityException e) {
            return SmsOrganizationServices.databaseProblem(e, context);
        }
    }

    /** Connects to the payment processor. What is left empty stays as it was stored. */
    public static Map<String, Object> connectSmsCardProcessor(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = SmsOrganizationServices.refusal(dctx, context, organizationPartyId);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            GenericValue stored = OrganizationStore.read(delegator, organizationPartyId);
            Map<String, Object> typed = typedOrStored(context, stored, "cardSite", "cardMerchantId", "cardUser", "cardPassword");
            List<String> missing = missing(typed, context, Map.of("cardSite", "SmsBillingCardPointeSite", "cardMerchantId",
                    "SmsBillingCardPointeMerchant", "cardUser", "SmsBillingCardPointeUser", "cardPassword", "SmsBillingCardPointePassword"));
            if (!missing.isEmpty()) {
                return ServiceUtil.returnError(missing);
            }
            MerchantAccount account = new MerchantAccount((String) typed.get("cardSite"), (String) typed.get("cardMerchantId"),
                    (String) typed.get("cardUser"), (String) typed.get("cardPassword"));
            AccountCheck check = Outside.call(() -> SmsBilling.of(delegator).paymentGateway().check(account));
            if (!check.valid()) {
                return wrong(check, context);
            }
            OrganizationStore.write(delegator, organizationPartyId, typed);
            return ServiceUtil.returnSuccess(SmsOrganizationServices.words(context).of("SmsBillingProcessorConnected"));
        } catch (GenericEntityException e) {
            return SmsOrganizationServices.databaseProblem(e, context);
        }
    }

    /**
     * Stops everything of the organization at once. The secret of its carrier is kept only to know the carrier's own calls by: opt-outs and reports
     * of texts under way are still heard. What was chosen to text by itself is off again after the next connection, too.
     */
    public static Map<String, Object> disconnectSmsOrganization(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        String organizationPartyId = (String) context.get("organizationPartyId");
        Words words = SmsOrganizationServices.words(context);
        try {
            Optional<String> refusal = SmsOrganizationServices.refusal(dctx, context, organizationPartyId);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            if (!"Y".equals(context.get("confirmed"))) {
                return ServiceUtil.returnError(words.of("SmsBillingDisconnectConfirm"));
            }
            Instant now = SmsBilling.of(delegator).clock().instant();
            Map<String, Object> off = new HashMap<>();
            String secret = OrganizationStore.read(delegator, organizationPartyId).getString("twilioAuthToken");
            if (secret != null) {
                off.put("hookAuthToken", secret);
            }
            off.put("invoiceTrigger", null);
            off.put("receiptManual", null);
            off.put("connected", "N");
            off.put("disconnectedDate", Timestamp.from(now));
            off.put("twilioAuthToken", null);
            OrganizationStore.write(delegator, organizationPartyId, off);
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organizationPartyId);
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            int cancelled = QueuedMessages.cancel(delegator, organizationPartyId, userLoginId, now);
            int silenced = settings.isPresent() ? TextSteps.read(delegator, settings.get()).silence(userLoginId, now) : 0;
            Map<String, Object> result = ServiceUtil.returnSuccess(words.of("SmsBillingDisconnected",
                    Map.of("count", String.valueOf(cancelled), "steps", String.valueOf(silenced))));
            result.put("silencedSteps", silenced);
            result.put("cancelledMessages", cancelled);
            return result;
        } catch (GenericEntityException e) {
            return SmsOrganizationServices.databaseProblem(e, context);
        }
    }

    private static Map<String, Object> typedOrStored(Map<String, ?> context, GenericValue stored, String... fields) {
        Map<String, Object> values = new HashMap<>();
        for (String field : fields) {
            String typed = context.get(field) instanceof String text ? text.strip() : "";
            values.put(field, typed.isEmpty() ? stored.getString(field) : typed);
        }
        return values;
    }

    private static List<String> missing(Map<String, Object> values, Map<String, ?> context, Map<String, String> labelKeys) {
        List<String> missing = new ArrayList<>();
        values.forEach((field, value) -> {
            if (value == null) {
                missing.add(SmsOrganizationServices.words(context).of(labelKeys.get(field)));
            }
        });
        return missing;
    }

    private static Map<String, Object> wrong(AccountCheck check, Map<String, ?> context) {
        return ServiceUtil.returnError(SmsOrganizationServices.words(context).of(check.problem(), check.values()));
    }

    private static String newHookToken() {
        byte[] bytes = new byte[HOOK_TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
