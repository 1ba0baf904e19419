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
package org.smsbilling.reminder;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.organization.OrganizationSettings;

/**
 * One step by e-mail, as OFBiz's mail services want it: by an EmailTemplateSetting, else what OFBiz's own "send invoice per e-mail" sends, the
 * invoice as PDF.
 *
 * @param emailTemplateSettingId or null
 * @param context what the service gets, without the user
 */
record ReminderEmail(String invoiceId, String emailTemplateSettingId, Map<String, Object> context) {

    private static final String LABELS = "SmsBillingReminderLabels";
    private static final String INVOICE_PDF = "component://accounting/widget/AccountingPrintScreens.xml#InvoicePDF";

    /** @param from the organization's own address, or null for OFBiz's */
    static ReminderEmail of(OrganizationSettings settings, DueReminder reminder, String to, String from) {
        InvoiceFacts invoice = reminder.invoice();
        CollectionStep step = reminder.occurrence().step();
        Map<String, Object> body = new HashMap<>();
        body.put("invoiceId", invoice.invoiceId());
        body.put("partyId", invoice.customerPartyId());
        body.put("locale", settings.locale());
        Map<String, Object> context = new HashMap<>();
        context.put("sendTo", to);
        context.put("bodyParameters", body);
        if (step.emailTemplateSettingId() != null) {
            context.put("emailTemplateSettingId", step.emailTemplateSettingId());
            context.put("partyIdTo", invoice.customerPartyId());
        } else {
            Map<String, Object> values = values(settings, invoice);
            String kind = "SmsBillingEmail_" + step.messageType() + "_";
            context.put("sendFrom", from != null ? from
                    : UtilProperties.getPropertyValue("general", "defaultFromEmailAddress", "ofbizsupport@example.com"));
            context.put("partyId", invoice.customerPartyId());
            context.put("subject", UtilProperties.getMessage(LABELS, kind + "Subject", values, settings.locale()));
            context.put("bodyText", UtilProperties.getMessage(LABELS, kind + "Body", values, settings.locale()));
            context.put("xslfoAttachScreenLocation", INVOICE_PDF);
        }
        return new ReminderEmail(invoice.invoiceId(), step.emailTemplateSettingId(), context);
    }

    String service() {
        return emailTemplateSettingId == null ? "sendMailFromScreen" : "sendMailFromTemplateSetting";
    }

    /** OFBiz takes a missing setting for a success. */
    boolean templateMissing(Delegator delegator) throws GenericEntityException {
        return emailTemplateSettingId != null && EntityQuery.use(delegator).from("EmailTemplateSetting")
                .where("emailTemplateSettingId", emailTemplateSettingId).queryCount() == 0;
    }

    private static Map<String, Object> values(OrganizationSettings settings, InvoiceFacts invoice) {
        Locale locale = settings.locale();
        Map<String, Object> values = new HashMap<>();
        values.put("brand", settings.brandName());
        values.put("invoiceId", invoice.invoiceId());
        values.put("outstanding", MoneyText.format(invoice.outstanding(), invoice.currencyUomId(), locale));
        values.put("dueDate", DayText.of(invoice.dueDate(), locale));
        return values;
    }
}
