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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MailWords;
import org.smsbilling.message.MessageMail;

/**
 * One step by e-mail, as OFBiz's mail services want it: by an EmailTemplateSetting, else what OFBiz's own "send invoice per e-mail" sends, the
 * invoice as PDF, with the words of the component's template.
 *
 * @param emailTemplateSettingId or null
 * @param context what the service gets, without the user
 */
record ReminderEmail(String invoiceId, String emailTemplateSettingId, Map<String, Object> context) {

    private static final String INVOICE_PDF = "component://accounting/widget/AccountingPrintScreens.xml#InvoicePDF";

    /** One that an EmailTemplateSetting of OFBiz describes. */
    static ReminderEmail bySetting(Locale locale, InvoiceFacts invoice, String emailTemplateSettingId, String to) {
        Map<String, Object> context = context(locale, invoice, to);
        context.put("emailTemplateSettingId", emailTemplateSettingId);
        context.put("partyIdTo", invoice.customerPartyId());
        return new ReminderEmail(invoice.invoiceId(), emailTemplateSettingId, context);
    }

    /** @param from the sender's address. @param attached whether the invoice comes with it */
    static ReminderEmail byTemplate(Locale locale, InvoiceFacts invoice, MessageMail mail, String to, String from, boolean attached) {
        Map<String, Object> context = context(locale, invoice, to);
        context.put("sendFrom", from);
        context.put("partyId", invoice.customerPartyId());
        context.put("subject", MailWords.subject(mail.subject()));
        context.put("bodyText", MailWords.html(mail.html()));
        if (attached) {
            context.put("xslfoAttachScreenLocation", INVOICE_PDF);
        }
        return new ReminderEmail(invoice.invoiceId(), null, context);
    }

    private static Map<String, Object> context(Locale locale, InvoiceFacts invoice, String to) {
        Map<String, Object> body = new HashMap<>();
        body.put("invoiceId", invoice.invoiceId());
        body.put("partyId", invoice.customerPartyId());
        body.put("locale", locale);
        Map<String, Object> context = new HashMap<>();
        context.put("sendTo", to);
        context.put("sendFailureNotification", false);
        context.put("bodyParameters", body);
        return context;
    }

    String service() {
        return emailTemplateSettingId == null ? "sendMailFromScreen" : "sendMailFromTemplateSetting";
    }

    /** @return as OFBiz writes it into its copy; that of a setting as it is there, which finds nothing when it holds expressions */
    String subject(Delegator delegator) throws GenericEntityException {
        return emailTemplateSettingId == null ? String.valueOf(context.get("subject")) : EntityQuery.use(delegator).from("EmailTemplateSetting")
                .where("emailTemplateSettingId", emailTemplateSettingId).queryOne().getString("subject");
    }

    /** OFBiz takes a missing setting for a success. */
    boolean templateMissing(Delegator delegator) throws GenericEntityException {
        return emailTemplateSettingId != null && EntityQuery.use(delegator).from("EmailTemplateSetting")
                .where("emailTemplateSettingId", emailTemplateSettingId).queryCount() == 0;
    }
}
