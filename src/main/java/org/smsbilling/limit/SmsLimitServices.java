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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** OFBiz service of the caps. */
public final class SmsLimitServices {

    private static final String MODULE = SmsLimitServices.class.getName();

    private SmsLimitServices() { }

    /**
     * Job: warns the administrators of organizations whose texts of the day are nearly, or wholly, used up, or were stopped by the carrier; one with
     * a problem does not keep the others from it.
     */
    public static Map<String, Object> warnOfSmsCaps(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        int sent = 0;
        boolean failed = false;
        try {
            Instant now = SmsBilling.of(delegator).clock().instant();
            AdministratorMails mails = new AdministratorMails(dctx.getDispatcher(), dctx.getSecurity(), now);
            for (String organization : FieldValues.of(EntityQuery.use(delegator).select("organizationPartyId").from("SmsOrganization").where(
                    EntityCondition.makeCondition(List.of(EntityCondition.makeCondition("dailyCap", EntityOperator.NOT_EQUAL, null),
                            EntityCondition.makeCondition("stoppedReason", EntityOperator.NOT_EQUAL, null)), EntityOperator.OR)),
                    "organizationPartyId")) {
                try {
                    Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organization);
                    if (settings.isPresent()) {
                        sent += new CapWarnings(delegator, mails, now).warn(settings.get()) + new StoppedWarnings(mails).warn(settings.get());
                    }
                } catch (GenericEntityException | RuntimeException e) {
                    Debug.logError(e, "Administrators of " + organization + " could not be warned; the next run tries again", MODULE);
                    failed = true;
                }
            }
        } catch (GenericEntityException e) {
            Debug.logError(e, "Administrators could not be warned; the next run tries again", MODULE);
            failed = true;
        }
        Map<String, Object> result = failed ? ServiceUtil.returnError("Administrators could not be warned") : ServiceUtil.returnSuccess();
        result.put("mails", sent);
        return result;
    }
}
