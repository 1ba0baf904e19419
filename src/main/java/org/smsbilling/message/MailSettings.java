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
package org.smsbilling.message;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.util.EntityUtilProperties;

/** How OFBiz is set up to mail: general.properties, or the entity SystemProperty in its place. */
public final class MailSettings {

    private static final String RESOURCE = "general";

    private MailSettings() { }

    /** @return false when OFBiz's mail services only say that they have sent */
    public static boolean on(Delegator delegator) {
        return "Y".equalsIgnoreCase(EntityUtilProperties.getPropertyValue(RESOURCE, "mail.notifications.enabled", "N", delegator));
    }

    /** @return the address from which mails come that name no other */
    public static String from(Delegator delegator) {
        return EntityUtilProperties.getPropertyValue(RESOURCE, "defaultFromEmailAddress", "ofbizsupport@example.com", delegator);
    }
}
