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

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.inbound.ConsentWords;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.preference.Preferences;

/** Services about consent. */
public final class SmsConsentServices {
    private static final String MODULE = SmsConsentServices.class.getName();
    private static final String LABELS = "SmsBillingOrganizationLabels";
    /** What a person may say of a number; that the carrier refused it is for the carrier to say. */
    private static final Set<ConsentState> STATES = EnumSet.of(ConsentState.OPTED_IN, ConsentState.OPTED_OUT);
    private static final Set<ConsentSource> SOURCES = EnumSet.of(ConsentSource.FORM, ConsentSource.CLERK, ConsentSource.IMPORT);

    private SmsConsentServices() { }

    /** Records what a clerk learned. The number may be typed as people type it. An opt-in needs evidence. */
    public static Map<String, Object> recordSmsConsent(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        Locale locale = ServiceUtil.getLocale(context);
        String organizationPartyId = (String) context.get("organizationPartyId");
        Optional<ConsentState> state = one(STATES, context.get("consentState"));
        Optional<ConsentSource> source = one(SOURCES, context.get("consentSource"));
        String evidence = (String) context.get("evidence");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "SEND");
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            if (state.isEmpty() || source.isEmpty()) {
                return ServiceUtil.returnError(UtilProperties.getMessage(LABELS, "SmsBillingConsentUnknown", locale));
            }
            if (state.get() == ConsentState.OPTED_IN && (evidence == null || evidence.isBlank())) {
                return ServiceUtil.returnError(UtilProperties.getMessage(LABELS, "SmsBillingConsentEvidence", locale));
            }
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organizationPartyId);
            PhoneCheck number = PhoneNumbers.check((String) context.get("contactNumber"),
                    settings.map(OrganizationSettings::defaultCountry).orElse("US"));
            if (!number.ok()) {
                return ServiceUtil.returnError(UtilProperties.getMessage(LABELS, number.reason().labelKey(), locale));
            }
            Instant now = SmsBilling.of(delegator).clock().instant();
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            if (state.get() == ConsentState.OPTED_IN && settings.isPresent()) {
                String partyId = (String) context.get("partyId");
                List<String> parties = partyId == null ? List.of() : List.of(partyId);
                Locale theirs = Preferences.read(delegator, organizationPartyId, parties, List.of(number.e164()))
                        .locale(partyId, number.e164(), parties, settings.get().locale());
                new OptIns(delegator, settings.get(), now).record(number.e164(), source.get(), evidence, partyId, theirs, userLoginId);
            } else if (settings.isPresent()) {
                new ConsentWords(delegator).optOut(settings.get(), number.e164(), source.get(), evidence, now, userLoginId, now);
            } else {
                ConsentLedger.record(delegator, new ConsentEntry(organizationPartyId, number.e164(), state.get(), source.get(), evidence, now,
                        userLoginId));
            }
            return ServiceUtil.returnSuccess(UtilProperties.getMessage(LABELS, "SmsBillingConsentRecorded", locale));
        } catch (GenericEntityException e) {
            Debug.logError(e, "Cannot record consent for organization " + organizationPartyId, MODULE);
            return ServiceUtil.returnError(UtilProperties.getMessage(LABELS, "SmsBillingDatabaseProblem", locale));
        }
    }

    /** markSmsNumberReachable: see {@link NumberRelease}. A reason is needed: who looks at the ledger later asks for it. */
    public static Map<String, Object> markSmsNumberReachable(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        Locale locale = ServiceUtil.getLocale(context);
        String organizationPartyId = (String) context.get("organizationPartyId");
        String number = (String) context.get("contactNumber");
        String reason = (String) context.get("reason");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "SEND");
            if (refusal.isPresent() || reason == null || reason.isBlank()) {
                return ServiceUtil.returnError(refusal.orElseGet(() -> contactText("SmsBillingReachableReasonMissing", Map.of(), locale)));
            }
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            ConsentEntry entry = new ConsentEntry(organizationPartyId, number, ConsentState.REACHABLE, ConsentSource.CLERK, reason.trim(),
                    SmsBilling.of(delegator).clock().instant(), userLoginId);
            if (!NumberRelease.record(delegator, entry)) {
                return ServiceUtil.returnError(contactText("SmsBillingReachableAlready", Map.of(), locale));
            }
            boolean optedOut = ConsentLedger.current(delegator, organizationPartyId, List.of(number)).get(number) == ConsentState.OPTED_OUT;
            return ServiceUtil.returnSuccess(contactText(optedOut ? "SmsBillingReachableOptedOut" : "SmsBillingReachableRecorded", Map.of(), locale));
        } catch (GenericEntityException e) {
            Debug.logError(e, "Cannot take back that a number is unusable for organization " + organizationPartyId, MODULE);
            return ServiceUtil.returnError(UtilProperties.getMessage(LABELS, "SmsBillingDatabaseProblem", locale));
        }
    }

    /** importSmsConsents: see {@link ConsentImport}; all or none. */
    public static Map<String, Object> importSmsConsents(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        Locale locale = ServiceUtil.getLocale(context);
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "ADMIN");
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organizationPartyId);
            if (refusal.isPresent() || settings.isEmpty()) {
                return ServiceUtil.returnError(refusal.orElseGet(() -> contactText("SmsBillingPreferenceNoOrganization", Map.of(), locale)));
            }
            Instant now = SmsBilling.of(delegator).clock().instant();
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            ConsentImport read = ConsentImport.read((String) context.get("csv"), settings.get(), userLoginId, now, locale);
            if (!read.problems().isEmpty()) {
                return ServiceUtil.returnError(read.problems());
            }
            new ConsentBatch(delegator, settings.get(), now).record(read.entries(), "Y".equals(context.get("confirmByText")), userLoginId);
            Map<String, Object> result = ServiceUtil.returnSuccess(contactText("SmsBillingImported",
                    Map.of("count", String.valueOf(read.entries().size())), locale));
            result.put("importedConsents", read.entries().size());
            return result;
        } catch (GenericEntityException e) {
            Debug.logError(e, "Cannot import consents for organization " + organizationPartyId, MODULE);
            return ServiceUtil.returnError(UtilProperties.getMessage(LABELS, "SmsBillingDatabaseProblem", locale));
        }
    }

    private static String contactText(String key, Map<String, String> values, Locale locale) {
        return UtilProperties.getMessage("SmsBillingContactLabels", key, values, locale);
    }

    private static <E extends Enum<E>> Optional<E> one(Set<E> allowed, Object name) {
        return allowed.stream().filter(constant -> constant.name().equals(name)).findFirst();
    }
}
