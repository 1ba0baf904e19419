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
package org.smsbilling.template;

import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;

/** Services about templates; services_template.xml says what they take and give. */
public final class SmsTemplateServices {

    private static final String MODULE = SmsTemplateServices.class.getName();

    private SmsTemplateServices() { }

    public static Map<String, Object> findSmsTemplates(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(context, () -> {
            TemplateServiceCall call = TemplateServiceCall.viewing(dctx, context);
            return success("templates", new TemplateList(call).show(call.text("messageType"), call.text("channel")));
        });
    }

    public static Map<String, Object> getSmsTemplate(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(context, () -> success("template", new TemplateEditor(TemplateServiceCall.administering(dctx, context)).show()));
    }

    public static Map<String, Object> previewSmsTemplate(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(context, () -> {
            TemplateServiceCall call = TemplateServiceCall.administering(dctx, context);
            return success("preview", new TemplatePreview(call, call.draft()).show());
        });
    }

    public static Map<String, Object> saveSmsTemplate(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(context, () -> {
            TemplateServiceCall call = TemplateServiceCall.administering(dctx, context);
            return saved(call, new TemplateSaving(call).save());
        });
    }

    public static Map<String, Object> restoreSmsTemplateVersion(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(context, () -> {
            TemplateServiceCall call = TemplateServiceCall.administering(dctx, context);
            return saved(call, new TemplateSaving(call).restore());
        });
    }

    public static Map<String, Object> resetSmsTemplate(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(context, () -> {
            TemplateServiceCall call = TemplateServiceCall.administering(dctx, context);
            new TemplateSaving(call).reset();
            return ServiceUtil.returnSuccess(call.words().of("SmsBillingTemplateResetDone"));
        });
    }

    public static Map<String, Object> sendSmsTemplateTest(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(context, () -> {
            TemplateServiceCall call = TemplateServiceCall.administering(dctx, context);
            Map<String, Object> result = success("messageId", new TemplateTest(call, call.draft()).send());
            call.billing().outbox().wake();
            return result;
        });
    }

    private static Map<String, Object> saved(TemplateServiceCall call, TemplateSaving.Saved saved) {
        Map<String, Object> result = ServiceUtil.returnSuccess(call.words().of("SmsBillingTemplateSaved",
                Map.of("version", String.valueOf(saved.version()))));
        result.put("templateId", saved.templateId());
        result.put("version", saved.version());
        return result;
    }

    private static Map<String, Object> success(String name, Object value) {
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put(name, value);
        return result;
    }

    /** One service call. */
    private interface Body {
        Map<String, Object> answer() throws GenericEntityException, TemplateRefused;
    }

    private static Map<String, Object> answer(Map<String, ?> context, Body body) {
        try {
            return body.answer();
        } catch (TemplateRefused e) {
            return ServiceUtil.returnError(e.words());
        } catch (GenericEntityException e) {
            Debug.logError(e, "A service about templates of " + context.get("organizationPartyId") + " failed", MODULE);
            return ServiceUtil.returnError(new TemplateWords(ServiceUtil.getLocale(context)).of("SmsBillingTemplateDatabaseProblem"));
        }
    }
}
